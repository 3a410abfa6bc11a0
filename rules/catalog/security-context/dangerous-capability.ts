import { container } from '../../contract/example.ts';
import type { Weight } from '../../contract/finding.ts';
import { isMadeWith, needsOfCapability, weightOfPartsWork } from '../../contract/node-work.ts';
import { besideReason } from '../../contract/reason.ts';
import { checkov, cis, defineRule, kics, kubeaudit, kubescape, nsa, polaris, pss, trivy } from '../../contract/rule.ts';
import { baselineCapabilities, weakCapabilities } from '../../data/capabilities.ts';
import type { Container } from '../../model/kubernetes/container.ts';
import { assumingWithout } from '../../model/program/needs.ts';

export default defineRule({
  id: 'dangerous-capability',
  subject: 'container',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  closes: ['capability'],
  title: 'Container adds a capability that reaches beyond it',
  why: 'Capabilities such as `SYS_ADMIN`, `SYS_PTRACE` or `NET_ADMIN` change the node itself or look into other processes. Several of them are as good as root on the machine.',
  remedy: 'Remove it. If the work needs it, give it to a component of its own that does nothing else.',
  ignoreWhen: 'It is a node agent whose task is exactly this, in a namespace of its own.',
  // The restricted level forbids these too; its own rules leave them to this one.
  standards: [
    pss('baseline', 'capabilities_baseline'),
    pss('restricted', 'capabilities_restricted'),
    cis('5.2.9'),
    nsa(),
  ],
  aliases: [
    checkov('CKV_K8S_25'),
    checkov('CKV_K8S_39'),
    trivy('KSV-0005'),
    trivy('KSV-0022'),
    trivy('KSV-0106'),
    trivy('KSV-0119'),
    trivy('KSV-0120'),
    kubescape('C-0046'),
    polaris('dangerousCapabilities'),
    polaris('insecureCapabilities'),
    kubeaudit('capabilities'),
    kubeaudit('CapabilityAdded'),
    kics('Containers With Sys Admin Capabilities'),
  ],
  examples: {
    bad: [
      container`
        securityContext:
          capabilities:
            add: [SYS_ADMIN]
      `,
      container`
        securityContext:
          capabilities:
            add:
              - NET_ADMIN
              - NET_BIND_SERVICE
      `,
    ],
    good: [
      container`
        securityContext:
          capabilities:
            drop: [ALL]
            add: [NET_BIND_SERVICE]
      `,
      container`
        securityContext:
          capabilities:
            drop: [SYS_ADMIN]
      `,
    ],
  },

  check(container, report) {
    for (const { text, field } of container.securityContext.at('capabilities', 'add').strings) {
      // Compared as written: runtimes put `CAP_` in front of a name themselves, but admission refuses the long form.
      if (baselineCapabilities.has(text)) continue;
      const what = text === 'ALL' ? 'every capability' : `the capability ${text}, ${reachOf(text)}`;
      report(
        field,
        `Adds ${what}: ${container.label}.`,
        () => ({
          title: `Do not add ${text}`,
          consequence: 'what needs it stops working',
          changes: [field.remove()],
          ...assumingWithout(
            [container.program],
            text,
            ...(text === 'ALL' ? ['privileged', 'NET_ADMIN', 'SYS_ADMIN'] : [text]),
          ),
        }),
        [],
        {
          ...besideReason([field, container.securityContext.at('capabilities')], 'high'),
          ...weightOf(container, text),
        },
      );
    }
  },
});

const reachOf = (name: string): string =>
  weakCapabilities.has(name) ? 'which takes time and memory from others' : 'which reaches beyond the container';

/** Beside `privileged`, which has them all, a capability adds nothing. */
function weightOf(container: Container, name: string): Weight {
  if (container.securityContext.at('privileged').is(true) || isMadeWith([container.image?.text], name))
    return { from: 'strict' };
  const light: Weight = weakCapabilities.has(name) ? { atMost: 'low' } : {};
  return {
    ...light,
    ...weightOfPartsWork(container, ...needsOfCapability(name, container.pod.at('hostNetwork').is(true))),
  };
}
