import { compose } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { certificateSwitches } from '../../data/certificate-switches.ts';
import { settingsOfService, switchesIn } from '../../model/program/switches.ts';
import { capitalized } from '../../text/capitalized.ts';

export default defineRule({
  id: 'compose-unchecked-certificates',
  subject: 'service',
  severity: 'medium',
  profile: 'recommended',
  title: 'Program checks no certificates or host keys',
  why: 'Whoever answers in place of the server, by a wrong name or a hop between, reads and changes what is sent.',
  remedy: 'Remove the switch; give the program the authority of the server.',
  ignoreWhen: 'Nobody but the author reaches it, as on a machine for development.',
  examples: {
    bad: [
      compose`
        services:
          mirror:
            image: registry.example.com/mirror:1.0.0
            environment:
              - GIT_SSL_NO_VERIFY=0
      `,
      compose`
        services:
          keys:
            image: registry.example.com/keys:1.0.0
            environment:
              VAULT_SKIP_VERIFY: "true"
      `,
    ],
    good: [
      compose`
        services:
          mirror:
            image: registry.example.com/mirror:1.0.0
            environment:
              - NODE_TLS_REJECT_UNAUTHORIZED=1
      `,
      compose`
        services:
          keys:
            image: registry.example.com/keys:1.0.0
            environment:
              VAULT_SKIP_VERIFY: "false"
      `,
    ],
  },

  check(service, report) {
    for (const { field, name, does } of switchesIn(settingsOfService(service), certificateSwitches))
      report(field, `${capitalized(does)}: ${name} of service ${service.name}.`);
  },
});
