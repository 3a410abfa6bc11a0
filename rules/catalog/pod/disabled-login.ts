import { pod } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { loginSwitches } from '../../data/login-switches.ts';
import { openDatabaseOf } from '../../data/open-databases.ts';
import { commandWords } from '../../model/kubernetes/command-line.ts';
import type { Container } from '../../model/kubernetes/container.ts';
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
    const name = openDatabaseIn(container);
    if (name !== undefined)
      report(container, `${name} asks for no password, which nothing here sets: ${container.label}.`, undefined, [], {
        atMost: 'medium',
      });
  },
});

/** A database of others to reach; what shares its pod with a program is mostly for that one alone. */
function openDatabaseIn(container: Container): string | undefined {
  const { pod, image } = container;
  const isAlone = pod.containers.every((other) => other === container || other.role === 'init');
  // What is filled in elsewhere may say anything.
  const isSeen = ['command', 'args', 'env', 'volumeMounts'].every((key) => {
    const list = container.at(key);
    return list.at(list.items.length).missing;
  });
  if (image === undefined || !isAlone || !isSeen || !container.at('envFrom').missing) return undefined;
  const words = commandWords(container);
  const line = words.map(({ text }) => text ?? '').join(' ');
  if (words.some(({ text }) => text === undefined) || !startsServer.test(line)) return undefined;
  const names = container.at('env').items.map((item) => item.at('name').string ?? '');
  const mounts = container.at('volumeMounts').items.map((item) => item.at('mountPath').string ?? '');
  return openDatabaseOf(image.reference.repository, [line, ...names, ...mounts].join(' '));
}

/** What the image starts by itself, with flags or without, and not one of its tools. */
const startsServer = /^(?:$|-)|(?:redis|valkey|keydb)-server|mongod\b|dragonfly|docker-entrypoint/;
