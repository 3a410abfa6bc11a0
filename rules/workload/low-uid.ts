import { unprivilegedUser } from '../data/users.ts';
import { checkov, defineRule, kics, kubeScore, nsa, pod, trivy } from '../rule.ts';

export default defineRule({
  id: 'low-uid',
  subject: 'container',
  severity: 'info',
  profile: 'all',
  fix: 'review',
  tags: [],
  since: '0.1.0',
  title: 'User may be one of the node',
  why: 'A process that breaks out keeps its number, and below 10000 that number may be an account of the node with files of its own.',
  remedy: 'Set `runAsUser` to a number of 10000 or above.',
  standards: [nsa()],
  aliases: [
    checkov('CKV_K8S_40'),
    trivy('KSV-0020'),
    kubeScore('container-security-context-user-group-id'),
    kics('Container Running With Low UID'),
  ],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
            securityContext:
              runAsUser: 1000
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
      `,
    ],
  },

  check(container, report) {
    // Users of the pod's own are nobody on the node.
    if (container.pod.hasUserNamespace || container.pod.isWindows) return;
    const { field, missing } = container.effective('runAsUser');
    const low = field.integer !== undefined && field.integer < 10_000;
    if (!missing && !low) return;
    report(
      field,
      missing
        ? `${container.title} runs as whatever user its image names.`
        : `${container.title} runs as user ${field.integer}, which may be an account of the node.`,
      () => ({
        title: `Run as user ${unprivilegedUser} (files of the image must be readable for it)`,
        changes: [field.set(unprivilegedUser)],
      }),
    );
  },
});
