import { container, pod } from '../../contract/example.ts';
import { defineRule, nsa, polaris } from '../../contract/rule.ts';
import type { Pod } from '../../model/kubernetes/pod.ts';

export default defineRule({
  id: 'unhardened-kernel',
  subject: 'container',
  severity: 'low',
  profile: 'all',
  title: 'Container is not confined by the kernel',
  why: 'Without a seccomp profile, SELinux or AppArmor of its own, or dropped capabilities, any kernel vulnerability is open to it.',
  remedy: 'Set a seccomp profile and drop all capabilities.',
  standards: [nsa()],
  aliases: [polaris('linuxHardening')],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
        #         ^^^ unhardened-kernel
            image: nginx:1.29
      `,
      container`
        securityContext:
          runAsNonRoot: true
      `,
    ],
    good: [
      container`
        securityContext:
          capabilities:
            drop: [ALL]
      `,
      pod`
        securityContext:
          seccompProfile:
            type: RuntimeDefault
      `,
    ],
  },

  check(container, report) {
    const { pod, securityContext } = container;
    if (pod.isWindows) return;
    const drops = securityContext.at('capabilities', 'drop');
    const profile = container.effective('seccompProfile');
    const guards = [container.effective('seLinuxOptions'), container.effective('appArmorProfile')];
    if (!profile.missing && !profile.field.at('type').is('Unconfined')) return;
    if (guards.some(({ missing }) => !missing) || !(drops.missing || drops.items.length === 0)) return;
    if (hasAppArmorAnnotation(pod)) return;
    report(container, `Not confined by the kernel: ${container.label}.`);
  },
});

/** Each container of a pod asks for it. */
const annotated = new WeakMap<Pod, boolean>();

function hasAppArmorAnnotation(pod: Pod): boolean {
  let has = annotated.get(pod);
  if (has === undefined) {
    const annotations = pod.template.at('metadata', 'annotations');
    has = annotations.keys.some((key) => key.startsWith('container.apparmor.security.beta.kubernetes.io/'));
    annotated.set(pod, has);
  }
  return has;
}
