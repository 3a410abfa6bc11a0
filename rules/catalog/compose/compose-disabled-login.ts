import { compose } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { loginSwitches } from '../../data/login-switches.ts';
import { settingsOfService, switchesIn } from '../../model/program/switches.ts';
import { capitalized } from '../../text/capitalized.ts';

export default defineRule({
  id: 'compose-disabled-login',
  subject: 'service',
  severity: 'high',
  profile: 'recommended',
  title: 'Program accepts anybody without a login',
  why: 'Whoever reaches its port is its user, often its administrator: any container of the network, any page in a browser of the network.',
  remedy: 'Remove the switch and give the program a password from a secret, or a login.',
  ignoreWhen: 'Nobody but the author reaches it, as on a machine for development.',
  examples: {
    bad: [
      compose`
        services:
          db:
            image: mariadb:11.8
            environment:
              MARIADB_ALLOW_EMPTY_ROOT_PASSWORD: "1"
      `,
      compose`
        services:
          edge:
            image: traefik:v3.5.0
            command: --api.insecure=true --providers.file.directory=/conf
      `,
    ],
    good: [
      compose`
        services:
          db:
            image: mariadb:11.8
            environment:
              MARIADB_RANDOM_ROOT_PASSWORD: "1"
      `,
      compose`
        services:
          charts:
            image: grafana/grafana:12.1.0
            environment: [GF_AUTH_ANONYMOUS_ENABLED=false, GF_AUTH_ANONYMOUS_ORG_ROLE=Admin]
      `,
    ],
  },

  check(service, report) {
    // Only its neighbours reach what is not published.
    const isReached = service.at('ports').present || service.at('network_mode').present;
    for (const { field, name, does } of switchesIn(settingsOfService(service), loginSwitches))
      report(
        field,
        `${capitalized(does)}: ${name} of service ${service.name}.`,
        undefined,
        [],
        isReached ? {} : { atMost: 'medium' },
      );
  },
});
