import { container } from '../../contract/example.ts';
import { defineRule, kics, nsa } from '../../contract/rule.ts';
import { secretInWord } from '../../model/secret/argument.ts';

export default defineRule({
  id: 'secret-in-arguments',
  subject: 'container',
  severity: 'high',
  profile: 'recommended',
  isSecret: true,
  title: 'Secret is written among the arguments',
  marksSecrets: true,
  why: 'Arguments are seen in the process list of the node, by `kubectl describe`, and in the repository.',
  remedy: 'Change the secret, then read it from a file or a variable that comes from a Secret.',
  standards: [nsa()],
  aliases: [kics('Passwords And Secrets - Generic Password')],
  examples: {
    bad: [
      container`args: [--db-password=f7Kq29xLw0d]`,
      container`command: [sh, -c, "mysql --password f7Kq29xLw0d shop"]`,
    ],
    good: [
      container`args: [--db-password=$(DB_PASSWORD)]`,
      container`args: [--password-file=/run/secrets/db]`,
      container`args: ["--secret-field-selector=type!=kubernetes.io/dockercfg", --token-cache=memory-backed]`,
    ],
  },

  check(container, report) {
    for (const key of ['command', 'args']) {
      const words = container.at(key).strings;
      words.forEach(({ text, field }, i) => {
        const secret = secretInWord(text, words[i + 1]?.text);
        if (secret !== undefined)
          report(
            secret.next ? (words[i + 1]?.field ?? field) : field,
            `Gets ${secret.kind} as an argument: ${container.label}.`,
          );
      });
    }
  },
});
