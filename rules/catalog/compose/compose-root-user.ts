import { besideServicePrivileges } from '../../contract/beside-privileges.ts';
import { service } from '../../contract/example.ts';
import { cisDocker, defineRule } from '../../contract/rule.ts';
import { unprivilegedUser } from '../../data/users.ts';

export default defineRule({
  id: 'compose-root-user',
  subject: 'service',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  title: 'Service is set to run as root',
  why: 'Whoever breaks in is root in the container, and a kernel vulnerability then gives them the host.',
  remedy: 'Name a user by number, such as `10001:10001`.',
  standards: [cisDocker('4.1')],
  examples: {
    bad: [
      service`
      - user: root
      + user: 10001:10001
      `,
      service`user: '0:0'`,
    ],
    good: [service`ports: ['127.0.0.1:8080:80']`, service`user: '1000:1000'`],
  },

  check(service, report) {
    const field = service.at('user');
    const user = (service.known(field) ?? field.text)?.split(':')[0];
    if (user !== 'root' && !/^0+$/.test(user ?? '')) return;
    report(
      field,
      `Set to run as root: service ${service.name}.`,
      () => ({
        title: `Run as user ${unprivilegedUser}`,
        consequence: 'files must be readable for it',
        changes: [field.set(`${unprivilegedUser}:${unprivilegedUser}`)],
        // Somebody chose root over the user of the image.
        assumes: `${service.name} needs no root`,
      }),
      [],
      // Giving files to another user is what root is for, and then it ends.
      /^\s*(?:chown|chmod|install|mkdir)\s[^;&|]*$/.test(service.at('command').string ?? '')
        ? { from: 'strict' }
        : besideServicePrivileges(service),
    );
  },
});
