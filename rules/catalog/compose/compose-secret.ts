import { service } from '../../contract/example.ts';
import { cisDocker, defineRule, kics } from '../../contract/rule.ts';
import { secretInWord } from '../../model/secret/argument.ts';
import { causeOfSecret, secretIn, secretsIn } from '../../model/secret/detect.ts';
import { isKnownPassword } from '../../model/secret/known-password.ts';

export default defineRule({
  id: 'compose-secret',
  subject: 'service',
  severity: 'high',
  profile: 'recommended',
  isSecret: true,
  title: 'Secret is written in the Compose file',
  marksSecrets: true,
  why: 'Whoever reads the repository, its history or a copy of it has the secret, and so has everyone who may inspect the container.',
  remedy: 'Change the secret, then use `secrets:` or a variable that is not committed.',
  standards: [cisDocker('4.10')],
  aliases: [kics('Passwords And Secrets - Generic Password')],
  examples: {
    bad: [
      service`
        environment:
          DB_PASSWORD: f7Kq29xLw0
      `,
      service`
        environment:
          - API_TOKEN=f7Kq29xLw0d81
      `,
    ],
    good: [
      service`ports: ['127.0.0.1:8080:80']`,
      service`
        environment:
          DB_PASSWORD: \${DB_PASSWORD}
      `,
    ],
  },

  check(service, report) {
    for (const { name, value, field } of service.variables) {
      const secret = secretIn({ name, value });
      if (secret !== undefined)
        report(field, `Has ${secret.kind} in the variable ${name}: service ${service.name}.`, undefined, [], {
          isThoughtUp: secret.isThoughtUp,
          cause: causeOfSecret(value, secret),
        });
      else if (isKnownPassword({ name, value }))
        report(
          field,
          `Has a password that everybody knows${value.startsWith('$') ? ', unless another is given' : ''}: ${name} of service ${service.name}.`,
          undefined,
          [],
          {
            ...(value.startsWith('$') ? { atMost: 'medium' as const } : {}),
            isThoughtUp: true,
            cause: { key: value, within: 'file' },
          },
        );
    }
    // The history of the image shows them.
    for (const { name, value, field } of service.buildArguments) {
      const secret = secretIn({ name, value });
      if (secret !== undefined)
        report(field, `Has ${secret.kind} in the build argument ${name}: service ${service.name}.`, undefined, [], {
          isThoughtUp: secret.isThoughtUp,
        });
    }
    // Whoever lists processes sees them.
    for (const command of [service.at('command'), service.at('entrypoint'), service.at('healthcheck', 'test')]) {
      const words = command.string === undefined ? command.strings : [{ text: command.string, field: command }];
      words.forEach(({ text, field }, i) => {
        const secret = secretInWord(text, words[i + 1]?.text);
        if (secret !== undefined)
          report(
            secret.next ? (words[i + 1]?.field ?? field) : field,
            `Gets ${secret.kind} as an argument: service ${service.name}.`,
          );
      });
    }
    for (const { name, value, field } of service.labels)
      for (const { kind } of secretsIn(value).slice(0, 1))
        report(field, `Has ${kind} in the label ${name}: service ${service.name}.`);
  },
});
