import { pod } from '../../contract/example.ts';
import { defineRule, kubeScore, nsa, trivy } from '../../contract/rule.ts';
import { unprivilegedUser } from '../../data/users.ts';
import { containerUser } from '../../facts/questions/container-user.ts';

export default defineRule({
  id: 'low-gid',
  subject: 'container',
  severity: 'info',
  profile: 'all',
  fix: 'review',
  mendedByMore: true,
  title: 'Group may exist on the node',
  protection: 'group ID',
  why: 'A process that breaks out keeps its group, and below 10000 the files of that group on the node are open to it.',
  remedy: 'Set `runAsGroup` to a number of 10000 or above.',
  standards: [nsa()],
  aliases: [trivy('KSV-0021'), kubeScore('container-security-context-user-group-id')],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: registry.example.com/web:1.4.2
      +     securityContext:
      +       runAsGroup: 10001
      `,
      pod`
        containers:
          - name: web
            image: registry.example.com/web:1.4.2
            securityContext:
              runAsGroup: 1000
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
    if (container.pod.hasUserNamespace || container.pod.isWindows) return;
    const { field, missing } = container.effective('runAsGroup');
    const low = field.integer !== undefined && field.integer < 10_000;
    if (!missing && !low) return;
    report(
      field,
      missing
        ? `Runs with whatever group its image names: ${container.label}.`
        : `Runs with group ${field.integer}, which may be one of the node: ${container.label}.`,
      ({ facts }) => {
        const { uid, whose, isKnown, assumes } = containerUser(container, facts);
        if (whose !== undefined || uid !== unprivilegedUser)
          return {
            refused: `The image is made for user ${uid}${whose === undefined ? '' : ` (${whose})`} and its group.`,
          };
        const clauses = [
          ...(low ? [`it needs nothing of group ${field.integer}`] : []),
          ...(assumes === undefined ? [] : [assumes]),
        ];
        return {
          title: `Run with group ${unprivilegedUser}`,
          consequence: 'files of the image must be readable for it',
          changes: [field.set(unprivilegedUser)],
          untried: !isKnown,
          ...(clauses.length === 0 ? {} : { assumes: clauses.join(', and ') }),
        };
      },
    );
  },
});
