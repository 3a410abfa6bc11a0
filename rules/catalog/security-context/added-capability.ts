import { container, pod } from '../../contract/example.ts';
import { checkov, cis, defineRule, kics, kubeaudit, pss, trivy } from '../../contract/rule.ts';
import { baselineCapabilities, restrictedCapability } from '../../data/capabilities.ts';
import { assumingWithout } from '../../model/program/needs.ts';

export default defineRule({
  id: 'added-capability',
  subject: 'container',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  title: 'Container adds a capability',
  why: 'Each capability is a part of what root may do. A process that was meant to have none gets one that an attacker can use as well, such as changing the owner of any file.',
  remedy:
    'Remove it, or run the step that needs it in an init container. Only `NET_BIND_SERVICE` is admitted by the restricted level.',
  ignoreWhen: 'The process cannot do its work without it, and all others are dropped.',
  allows: 'capabilities, such as `NET_RAW`',
  standards: [pss('restricted', 'capabilities_restricted'), cis('5.2.9')],
  aliases: [
    checkov('CKV_K8S_25'),
    trivy('KSV-0022'),
    trivy('KSV-0106'),
    kubeaudit('capabilities'),
    kubeaudit('CapabilityAdded'),
    kics('Containers With Added Capabilities'),
  ],
  examples: {
    bad: [
      container`
        securityContext:
          capabilities:
            add: [CHOWN]
      `,
      container`
        securityContext:
          capabilities:
            drop: [ALL]
            add:
              - SETUID
              - SETGID
      `,
    ],
    good: [
      container`
        securityContext:
          capabilities:
            drop: [ALL]
            add: [NET_BIND_SERVICE]
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
    ],
  },

  check(container, report, { kubernetesMinor, allowed }) {
    if (container.pod.isExemptFromLinuxControls(kubernetesMinor)) return;
    for (const { text, field } of container.securityContext.at('capabilities', 'add').strings) {
      if (text === restrictedCapability || !baselineCapabilities.has(text)) continue;
      if (allowed('added-capability').has(text)) continue;
      report(field, `Adds the capability ${text}: ${container.label}.`, () => ({
        title: `Do not add ${text}`,
        consequence: 'what needs it stops working',
        changes: [field.remove()],
        ...assumingWithout([container.program], text, text),
      }));
    }
  },
});
