import { unprivilegedUser } from '../data/users.ts';
import { defineRule, inheritedBy, kubeaudit, kubeLinter, kubescape, pod, pss, trivy } from '../rule.ts';

export default defineRule({
  id: 'root-uid',
  subject: 'container',
  severity: 'medium',
  profile: 'essential',
  fix: 'review',
  tags: [],
  since: '0.1.0',
  title: 'Container is told to run as UID 0',
  why: 'Root inside a container is root for the kernel. A mounted file of the node, or a bug in the runtime, is then open to whoever breaks in.',
  remedy:
    "Set `runAsUser` to a number above 0 that may read the application's files, or take it away and let the image's own non-root user apply.",
  ignoreWhen: 'The process has to be root, and `hostUsers: false` makes it nobody on the node.',
  standards: [pss('restricted', 'runAsUser')],
  aliases: [trivy('KSV-0105'), kubeaudit('nonroot'), kubescape('C-0013'), kubeLinter('run-as-non-root')],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
            securityContext:
              runAsUser: 0
      `,
      pod`
        securityContext:
          runAsUser: 0
        containers:
          - name: web
            image: nginx:1.29
      `,
    ],
    good: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
            securityContext:
              runAsUser: 10001
      `,
      pod`
        hostUsers: false
        containers:
          - name: web
            image: nginx:1.29
            securityContext:
              runAsUser: 0
      `,
    ],
  },

  check(container, report, { kubernetesMinor }) {
    // Root in a user namespace is nobody on the node; the restricted level admits it from 1.35 on (KEP-127).
    if (container.pod.hasUserNamespace && kubernetesMinor >= 35) return;
    const own = container.securityContext.at('runAsUser');
    const pods = container.pod.at('securityContext', 'runAsUser');
    const offer = (field: typeof own) => () => ({
      title: `Run as user ${unprivilegedUser} (files of the image must be readable for it)`,
      changes: [field.set(unprivilegedUser)],
      hardens: true,
      caution: `user ${unprivilegedUser} must be able to read its files`,
    });
    if (own.is(0)) report(own, `${container.title} runs as root: runAsUser is 0.`, offer(own));
    if (pods.is(0))
      report(
        pods,
        'Containers of this pod run as root: runAsUser is 0.',
        offer(pods),
        inheritedBy(container.pod.inheriting('runAsUser')),
      );
  },
});
