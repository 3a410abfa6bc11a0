import { container, pod } from '../../contract/example.ts';
import type { Fix } from '../../contract/finding.ts';
import {
  checkov,
  cis,
  defineRule,
  kics,
  kubeaudit,
  kubeLinter,
  kubescape,
  polaris,
  pss,
  trivy,
} from '../../contract/rule.ts';
import type { Facts } from '../../facts/index.ts';
import { containerUser } from '../../facts/questions/container-user.ts';
import { baseImageOf } from '../../model/image/base.ts';
import type { Container } from '../../model/kubernetes/container.ts';
import { programThatNeeds } from '../../model/program/needs.ts';
import { withoutEffectHere } from './shared/obvious.ts';

export default defineRule({
  id: 'undropped-capabilities',
  subject: 'container',
  severity: 'medium',
  profile: 'recommended',
  setByConstraints: true,
  fix: 'review',
  title: 'Capabilities of the runtime are not dropped',
  protection: 'capabilities',
  why: 'The container runtime grants about fourteen capabilities to a root process, including raw sockets and changing the owner of files. An attacker gets them too.',
  remedy: 'Set `capabilities.drop: [ALL]` and add back what the process proves to need, usually nothing.',
  ignoreWhen: 'An image of somebody else needs several of them to start and cannot be told otherwise.',
  standards: [pss('restricted', 'capabilities_restricted'), cis('5.2.10')],
  aliases: [
    checkov('CKV_K8S_37'),
    checkov('CKV_K8S_28'),
    trivy('KSV-0003'),
    trivy('KSV-0004'),
    trivy('KSV-0106'),
    kubeaudit('capabilities'),
    kubeaudit('CapabilityShouldDropAll'),
    kubeaudit('CapabilityOrSecurityContextMissing'),
    polaris('insecureCapabilities'),
    kubescape('drop-capability-netraw'),
    kubeLinter('drop-net-raw-capability'),
    kics('No Drop Capabilities for Containers'),
  ],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
      container`
        securityContext:
          capabilities:
            drop:
              - NET_RAW
      `,
    ],
    good: [
      container`
        securityContext:
          capabilities:
            drop: [ALL]
      `,
      container`
        securityContext:
          capabilities:
            drop: [ALL]
            add: [NET_BIND_SERVICE]
      `,
    ],
  },

  check(container, report, { kubernetesMinor }) {
    // Capabilities are Linux's.
    if (container.pod.isExemptFromLinuxControls(kubernetesMinor)) return;
    const drop = container.securityContext.at('capabilities', 'drop');
    if (drop.unknown || drop.items.some((item) => item.unknown)) return;
    if (drop.strings.some(({ text }) => text === 'ALL')) return;
    const misspelt = drop.strings.find(({ text }) => text.toUpperCase() === 'ALL');
    if (misspelt !== undefined) {
      // The runtimes compare without case, Pod Security admission with it.
      report(
        misspelt.field,
        `Drops "${misspelt.text}", which Pod Security admission does not read as ALL: ${container.label}.`,
        () => ({
          title: 'Write ALL in capitals',
          // The runtimes read it as ALL already.
          level: 'safe',
          changes: [misspelt.field.set('ALL')],
        }),
        [],
        { atMost: 'low' },
      );
      return;
    }
    if (!drop.missing && !drop.isList) return;
    const message = drop.missing
      ? 'Keeps the capabilities of the runtime'
      : 'Drops some capabilities, but not ALL of them';
    report(
      drop,
      `${message}: ${container.label}.`,
      ({ facts }) => ({
        title: 'Drop all capabilities',
        consequence: 'a process that starts as root may need some back',
        changes: [drop.append('ALL')],
        hardens: true,
        ...whileRoot(container, facts),
      }),
      [],
      withoutEffectHere(container),
    );
  },
});

/** A program that steps down from root cannot without capabilities; one that is started as somebody else has none to lose. */
function whileRoot(container: Container, facts: Facts): Pick<Fix, 'assumes' | 'untried'> {
  const user = container.effective('runAsUser').field.integer;
  if ((user !== undefined && user > 0) || container.effective('runAsNonRoot').field.is(true)) return {};
  const { image } = container;
  const program =
    image !== undefined && baseImageOf(image.reference).user === 'drops'
      ? image.reference.name
      : programThatNeeds(container.program, 'root at start');
  if (program !== undefined) return { assumes: `${program} does not start as root` };
  return { untried: !containerUser(container, facts).isKnown };
}
