import { container } from '../../contract/example.ts';
import { defineRule, kics, nsa } from '../../contract/rule.ts';
import { secretIn } from '../../model/secret/detect.ts';

export default defineRule({
  id: 'secret-in-arguments',
  subject: 'container',
  severity: 'high',
  profile: 'recommended',
  title: 'Secret is written among the arguments',
  why: 'Arguments are seen in the process list of the node, by `kubectl describe`, and in the repository.',
  remedy: 'Change the secret, then read it from a file or a variable that comes from a Secret.',
  standards: [nsa()],
  aliases: [kics('Passwords And Secrets - Generic Password')],
  examples: {
    bad: [
      container`
        args: [--db-password=f7Kq29xLw0d]
      `,
      container`
        command: [sh, -c, "mysql --password f7Kq29xLw0d shop"]
      `,
    ],
    good: [
      container`
        args: [--db-password=$(DB_PASSWORD)]
      `,
      container`
        args: [--password-file=/run/secrets/db]
      `,
    ],
  },

  check(container, report) {
    for (const key of ['command', 'args']) {
      const words = container.at(key).strings;
      words.forEach(({ text, field }, i) => {
        const secret = inWord(text, words[i + 1]?.text);
        if (secret !== undefined)
          report(
            secret.next ? (words[i + 1]?.field ?? field) : field,
            `Gets ${secret.kind} as an argument: ${container.label}.`,
          );
      });
    }
  },
});

/** `--password=x`, `--password x` in two words or inside a script, or a value that shows by itself what it is. */
function inWord(
  text: string,
  following: string | undefined,
): { readonly kind: string; readonly next: boolean } | undefined {
  if (text.length > 20_000) return undefined;
  for (const [, name = '', value = ''] of text.matchAll(
    /(?:^|\s)--?([A-Za-z][\w.-]{0,60})[= ]["']?([^\s"']{1,300})/g,
  )) {
    const secret = value.startsWith('-') ? undefined : secretIn({ name, value });
    if (secret !== undefined) return { kind: secret.kind, next: false };
  }
  const shaped = secretIn({ value: text });
  if (shaped !== undefined) return { kind: shaped.kind, next: false };
  const flag = /^--?([A-Za-z][\w.-]{0,60})$/.exec(text)?.[1];
  if (flag === undefined || following === undefined || following.startsWith('-')) return undefined;
  // What shows by itself is found where it stands.
  if (secretIn({ value: following }) !== undefined) return undefined;
  const secret = secretIn({ name: flag, value: following });
  return secret === undefined ? undefined : { kind: secret.kind, next: true };
}
