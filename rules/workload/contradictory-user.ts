import { containerUser, runsAs } from '../model/workspace/container-user.ts';
import { defineRule, pod } from '../rule.ts';

export default defineRule({
  id: 'contradictory-user',
  subject: 'container',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  tags: [],
  since: '0.1.0',
  title: 'Container must not be root and is told to be',
  why: 'The kubelet refuses to start a container that must not run as root and is given user 0. It never runs.',
  remedy: 'Give it another user, or say what is meant.',
  standards: [],
  aliases: [],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: registry.example.com/web:1.4.2
            securityContext:
              runAsNonRoot: true
              runAsUser: 0
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
        containers:
          - name: web
            image: registry.example.com/web:1.4.2
            securityContext:
              runAsNonRoot: true
              runAsUser: 10001
      `,
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
    report(user.field, `${container.title} never starts: it must not run as root, and its user is 0.`, ({ facts }) => {
      // It does not run now, so that nothing is lost where the other user cannot do all.
      const { uid, whose, assumes, changes, also } = containerUser(container, facts);
      return {
        title: `Run as user ${uid} (${whose ?? 'files of the image must be readable for it'}${also})`,
        changes: [runsAs(container, uid), ...changes],
        ...(assumes === undefined ? {} : { assumes }),
      };
    });
  },
});
