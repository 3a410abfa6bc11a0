import { pod } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { loginSwitches } from '../../data/login-switches.ts';
import { settingsOfContainer, switchesIn } from '../../model/program/switches.ts';
import { capitalized } from '../../text/capitalized.ts';

export default defineRule({
  id: 'disabled-login',
  subject: 'container',
  severity: 'high',
  profile: 'recommended',
  title: 'Program accepts anybody without a login',
  why: 'Whoever reaches its port is its user, often its administrator: any pod of the cluster, any page in a browser of the network.',
  remedy: 'Remove the switch and give the program a password from a secret, or a login.',
  ignoreWhen: 'Nobody but the author reaches it, as on a machine for development.',
  examples: {
    bad: [
      pod`
        containers:
          - name: db
            image: postgres:17
            env:
              - name: POSTGRES_HOST_AUTH_METHOD
                value: trust
      `,
      pod`
        containers:
          - name: server
            image: quay.io/argoproj/argocd:v3.1.0
            args:
              - /usr/local/bin/argocd-server
              - --disable-auth
      `,
    ],
    good: [
      pod`
        containers:
          - name: db
            image: postgres:17
            env:
              - name: POSTGRES_HOST_AUTH_METHOD
                value: scram-sha-256
      `,
      pod`
        containers:
          - name: server
            image: quay.io/argoproj/argocd:v3.1.0
            args:
              - /usr/local/bin/argocd-server
              - --rootpath=/cd
      `,
    ],
  },

  check(container, report) {
    for (const { field, name, does } of switchesIn(settingsOfContainer(container), loginSwitches))
      report(field, `${capitalized(does)}: ${name} of ${container.label}.`);
  },
});
