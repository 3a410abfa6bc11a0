import { pod } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { linuxFields, windowsFields } from '../../data/os-fields.ts';
import type { Field } from '../../yaml/field.ts';

export default defineRule({
  id: 'contradictory-os',
  subject: 'pod',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  title: 'Setting is for another operating system',
  why: 'The API server refuses a pod that says `os` and sets what only the other system has. The pod is never created.',
  remedy: 'Remove the setting, or correct `os.name`.',
  examples: {
    bad: [
      pod`
        os:
          name: windows
        securityContext:
          seccompProfile:
            type: RuntimeDefault
        containers:
          - name: web
            image: mcr.microsoft.com/windows/nanoserver:ltsc2025
      `,
      pod`
        os:
          name: linux
        securityContext:
          windowsOptions:
            runAsUserName: ContainerUser
      `,
    ],
    good: [
      pod`
        os:
          name: windows
        securityContext:
          windowsOptions:
            runAsUserName: ContainerUser
        containers:
          - name: web
            image: mcr.microsoft.com/windows/nanoserver:ltsc2025
      `,
      pod`
        os:
          name: linux
        securityContext:
          seccompProfile:
            type: RuntimeDefault
      `,
    ],
  },

  check(pod, report) {
    const os = pod.os;
    if (os !== 'windows' && os !== 'linux') return;
    const refused = os === 'windows' ? linuxFields : windowsFields;
    const judge = (owner: { at(...keys: string[]): Field }, paths: readonly (readonly string[])[]): void => {
      for (const path of paths) {
        const field = owner.at(...path);
        if (!field.present) continue;
        report(
          { anchor: field.anchorOfKey, path: field.path },
          `Not allowed in a pod for ${os}: ${path.at(-1)}.`,
          () => ({
            title: `Remove ${path.at(-1)} (it never took effect)`,
            changes: [field.remove()],
          }),
        );
      }
    };
    judge(pod, refused.pod);
    for (const container of pod.containers) judge(container, refused.container);
  },
});
