import { pod } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { containerUser, runsAs } from '../../facts/questions/container-user.ts';

export default defineRule({
  id: 'contradictory-user',
  subject: 'container',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  mendedByMore: true,
  title: 'Container must not be root and is set to be',
  why: 'The kubelet refuses to start a container that must not run as root and has user 0.',
  remedy: 'Give it another user, or say what is meant.',
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: registry.example.com/web:1.4.2
            securityContext:
              runAsNonRoot: true
      -       runAsUser: 0
      +       runAsUser: 10001
      `,
      pod`
        securityContext:
          runAsNonRoot: true
        containers:
          - name: web
            image: registry.example.com/web:1.4.2
            securityContext:
              runAsUser: 0
      `,
    ],
    good: [
      pod`
        securityContext:
          runAsNonRoot: true
        containers:
          - name: web
            image: registry.example.com/web:1.4.2
            securityContext:
              runAsNonRoot: false
              runAsUser: 0
      `,
    ],
  },

  check(container, report) {
    const user = container.effective('runAsUser');
    const nonRoot = container.effective('runAsNonRoot');
    if (!nonRoot.field.is(true) || !user.field.is(0)) return;
    report(
      user.field,
      `Never starts, as it must not run as root and its user is 0: ${container.label}.`,
      ({ facts }) => {
        // It does not run now, so that nothing is lost where the other user cannot do all. A user of the pod holds for all who inherit it.
        const refused = container.pod.containers.filter(
          (one) =>
            one.effective('runAsUser').field.path === user.field.path && one.effective('runAsNonRoot').field.is(true),
        );
        const users = refused.map((one) => ({ one, ...containerUser(one, facts) }));
        const uids = [...new Set(users.map(({ uid }) => uid))];
        const also = [...new Set(users.map((one) => one.also))].join('');
        const whose = uids.length === 1 ? users[0]?.whose : undefined;
        const assumes = users.find((one) => one.assumes !== undefined)?.assumes;
        return {
          title: `Run as user ${uids.join(' and ')} (${whose ?? 'files of the image must be readable for it'}${also})`,
          changes: users.flatMap(({ one, uid, changes }) => [runsAs(one, uid), ...changes]),
          untried: users.some(({ isKnown }) => !isKnown),
          ...(assumes === undefined ? {} : { assumes }),
        };
      },
    );
  },
});
