import { besidePrivileges } from '../../contract/beside-privileges.ts';
import { container, pod } from '../../contract/example.ts';
import { weightOfPartsWork, weightOfWork } from '../../contract/node-work.ts';
import { defineRule, nsa, pss, trivy } from '../../contract/rule.ts';
import type { Field } from '../../yaml/field.ts';

const thePod = 'the pod';

export default defineRule({
  id: 'selinux-options',
  subject: 'container',
  severity: 'medium',
  profile: 'essential',
  fix: 'review',
  title: 'Custom SELinux user, role or type',
  why: 'Another SELinux type than those of containers, such as `spc_t`, lets the process leave the confinement that keeps it from the files of the node.',
  remedy: 'Remove `user` and `role`, and use one of the container types, or none at all.',
  ignoreWhen: 'A policy of your own defines a type that confines this program more tightly.',
  standards: [pss('baseline', 'seLinuxOptions'), nsa()],
  aliases: [trivy('KSV-0025')],
  examples: {
    bad: [
      container`
        securityContext:
          seLinuxOptions:
            type: spc_t
      `,
      pod`
        securityContext:
          seLinuxOptions:
            user: system_u
      `,
    ],
    good: [
      pod`
        securityContext:
          seLinuxOptions:
            type: container_t
            level: s0:c123,c456
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
    ],
  },

  check(container, report, { kubernetesMinor }) {
    const judge = (options: Field, who: string): void => {
      for (const key of ['type', 'user', 'role'] as const) {
        const field = options.at(key);
        if (field.string === undefined || field.string === '') continue;
        if (key === 'type' && isContainerType(field.string, kubernetesMinor)) continue;
        report(
          field,
          `Sets the SELinux ${key} ${field.string}: ${who}.`,
          () => ({
            title: `Do not set the SELinux ${key}`,
            changes: [field.remove()],
            assumes: 'it needs nothing that the default forbids',
          }),
          [],
          {
            ...(who === thePod
              ? weightOfWork(container.pod, 'privileges')
              : weightOfPartsWork(container, 'privileges')),
            ...besidePrivileges([container]),
          },
        );
      }
    };
    judge(container.pod.at('securityContext', 'seLinuxOptions'), thePod);
    judge(container.securityContext.at('seLinuxOptions'), container.label);
  },
});

/** Types of the container policy that the baseline level admits; `container_engine_t` from 1.31 on. */
function isContainerType(type: string, kubernetesMinor: number): boolean {
  return (
    ['container_t', 'container_init_t', 'container_kvm_t'].includes(type) ||
    (type === 'container_engine_t' && kubernetesMinor >= 31)
  );
}
