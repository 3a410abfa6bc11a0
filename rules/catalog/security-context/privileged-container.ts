import { container, pod } from '../../contract/example.ts';
import { weightOfPartsWork } from '../../contract/node-work.ts';
import {
  checkov,
  cis,
  defineRule,
  kics,
  kubeaudit,
  kubeLinter,
  kubeScore,
  kubescape,
  nsa,
  polaris,
  pss,
  trivy,
} from '../../contract/rule.ts';
import { withoutPropagation } from '../../model/kubernetes/volume.ts';
import { assumingWithout, privilegedNeeds } from '../../model/program/needs.ts';

export default defineRule({
  id: 'privileged-container',
  subject: 'container',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  closes: ['privileged'],
  uncovers: [
    'privilege-escalation',
    'seccomp-unset',
    'undropped-capabilities',
    'root-uid',
    'sensitive-host-path',
    'host-path-volume',
    'host-pid',
    'host-ipc',
    'dangerous-capability',
    'seccomp-unconfined',
    'apparmor-unconfined',
    'selinux-options',
    'unmasked-proc',
  ],
  title: 'Container is privileged',
  why: "A privileged container has every capability and sees every device of its node. Whoever breaks into it can mount the node's disk and controls the machine, with all other pods on it.",
  remedy: 'Remove `privileged: true`. If the process needs one device or one capability, grant just that.',
  ignoreWhen: 'It is a node agent (a CNI or CSI driver) that cannot work otherwise, in a namespace of its own.',
  standards: [pss('baseline', 'privileged'), cis('5.2.2'), nsa()],
  aliases: [
    kubeLinter('privileged-container'),
    checkov('CKV_K8S_16'),
    trivy('KSV-0017'),
    kubescape('C-0057'),
    kubescape('rule-privileged-container'),
    polaris('runAsPrivileged'),
    kubeScore('container-security-context-privileged'),
    kubeaudit('privileged'),
    kubeaudit('PrivilegedTrue'),
    kics('Privileged Container'),
  ],
  examples: {
    bad: [
      container`
        securityContext:
      -   privileged: true
      +   privileged: false
      `,
      pod`
        initContainers:
          - name: tune
            image: busybox:1.37
            command: [sysctl, -w, vm.max_map_count=262144]
            securityContext: { privileged: true }
        containers:
          - name: search
            image: opensearchproject/opensearch:3.1.0
      `,
    ],
    good: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
    ],
  },

  check(container, report) {
    const field = container.securityContext.at('privileged');
    if (!field.is(true)) return;
    report(
      field,
      `Runs privileged, with full access to its node: ${container.label}.`,
      () => ({
        title: 'Run without privileges',
        consequence: 'what needs them stops working',
        changes: [field.set(false), ...withoutPropagation(container)],
        ...assumingWithout([container.program], 'privileges', ...privilegedNeeds),
      }),
      [],
      weightOfPartsWork(container, 'privileges'),
    );
  },
});
