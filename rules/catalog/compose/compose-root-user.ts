import { besideServicePrivileges } from '../../contract/beside-privileges.ts';
import { service } from '../../contract/example.ts';
import { cisDocker, defineRule } from '../../contract/rule.ts';
import { unprivilegedUser } from '../../data/users.ts';
import type { Service } from '../../model/compose/service.ts';

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
      givesFilesAway(service) ? { from: 'strict' } : besideServicePrivileges(service),
    );
  },
});

/** Giving files to another user is what root is for, and then it ends. */
function givesFilesAway(service: Service): boolean {
  const text = [service.at('entrypoint'), service.at('command')]
    .flatMap((field) => [field.string ?? '', ...field.strings.map((item) => item.text)])
    .join(' ');
  if (/^\s*(?:chown|chmod|install|mkdir)\s[^;&|]*$/.test(text)) return true;
  return /\bch(?:own|grp|mod)\b/.test(text) && isOneShot(service, text);
}

/** It ends before others start: they wait for that, or it is called so and nothing starts it again. Source: Compose file reference, "depends_on". */
function isOneShot(service: Service, text: string): boolean {
  if (/^(?:always|unless-stopped)$/.test(service.at('restart').text ?? '')) return false;
  return (
    (/(?:^|[-_])(?:init|setup|prepare|permissions?|perms|chown)(?:[-_]|$)/.test(service.name) &&
      !/\bexec\b/.test(text)) ||
    service.all.some((other) => other.at('depends_on', service.name, 'condition').is('service_completed_successfully'))
  );
}
