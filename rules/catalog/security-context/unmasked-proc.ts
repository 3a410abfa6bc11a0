import { besidePrivileges } from '../../contract/beside-privileges.ts';
import { container, pod } from '../../contract/example.ts';
import { defineRule, kics, kubeLinter, kubescape, polaris, pss, trivy } from '../../contract/rule.ts';
import { assumingWithout } from '../../model/program/needs.ts';

export default defineRule({
  id: 'unmasked-proc',
  subject: 'container',
  severity: 'medium',
  profile: 'essential',
  fix: 'review',
  mendedByMore: true,
  title: '/proc is not masked',
  why: 'The runtime hides parts of /proc that reveal or change the kernel of the node. An unmasked /proc shows them to every process of the container.',
  remedy: 'Remove `procMount`; the default masks what has to be masked.',
  ignoreWhen: 'It runs containers inside the container, and `hostUsers: false` keeps them in a user namespace.',
  standards: [pss('baseline', 'procMount'), pss('restricted', 'procMount_restricted')],
  aliases: [
    kubeLinter('unsafe-proc-mount'),
    trivy('KSV-0027'),
    polaris('procMount'),
    kics('Using Unrecommended Proc Mount'),
    kubescape('set-procmount-default'),
  ],
  examples: {
    bad: [
      container`
        securityContext:
          procMount: Unmasked
        #            ^^^^^^^^ unmasked-proc 💡
      `,
      pod`
        hostUsers: true
        containers:
          - name: web
            image: nginx:1.29
            securityContext: { procMount: Unmasked }
      `,
    ],
    good: [
      container`
        securityContext:
          procMount: Default
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
    ],
  },

  check(container, report, { kubernetesMinor }) {
    const field = container.securityContext.at('procMount');
    if (field.string === undefined || field.string === 'Default') return;
    // Baseline admits it in a user namespace from 1.35 on; that case is the restricted level's alone.
    if (container.pod.hasUserNamespace && kubernetesMinor >= 35) return;
    report(
      field,
      `Sees /proc of the kernel unmasked: procMount of ${container.label} is ${field.string}.`,
      () => ({
        title: 'Use the default, masked /proc',
        changes: [field.remove()],
        ...assumingWithout([container.program], 'it', 'privileged'),
      }),
      [],
      besidePrivileges([container]),
    );
  },
});
