import { pod } from '../../contract/example.ts';
import { checkov, defineRule, kics, kubeScore, nsa, trivy } from '../../contract/rule.ts';
import { unprivilegedUser } from '../../data/users.ts';
import { containerUser } from '../../facts/questions/container-user.ts';

export default defineRule({
  id: 'low-uid',
  subject: 'container',
  severity: 'info',
  profile: 'all',
  fix: 'review',
  mendedByMore: true,
  title: 'User may exist on the node',
  protection: 'user ID',
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
            image: registry.example.com/web:1.4.2
      +     securityContext:
      +       runAsUser: 10001
      `,
      pod`
        containers:
          - name: web
            image: registry.example.com/web:1.4.2
            securityContext:
              runAsUser: 1000
      `,
    ],
    good: [
      pod`
        hostUsers: false
        containers:
          - name: web
            image: registry.example.com/web:1.4.2
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
        ? `Runs as whatever user its image names: ${container.label}.`
        : `Runs as user ${field.integer}, which may be an account of the node: ${container.label}.`,
      ({ facts }) => {
        const { uid, whose, isKnown, assumes, changes, also } = containerUser(container, facts);
        // A number that the image is made for is worth more than a high one.
        if (whose !== undefined || uid !== unprivilegedUser)
          return { refused: `The image is made for user ${uid}${whose === undefined ? '' : ` (${whose})`}.` };
        if (field.is(0)) return { refused: 'What makes it root has to be fixed first.' };
        const chosen = low ? [`it need not be user ${field.integer}`] : [];
        const clauses = [...chosen, ...(assumes === undefined ? [] : [assumes])];
        return {
          title: `Run as user ${uid} (files of the image must be readable for it${also})`,
          changes: [field.set(uid), ...changes],
          untried: !isKnown,
          ...(clauses.length === 0 ? {} : { assumes: clauses.join(', and ') }),
        };
      },
    );
  },
});
