import { debian } from '../../contract/example.ts';
import { checkov, defineRule } from '../../contract/rule.ts';
import { programOf, workWords } from '../../model/dockerfile/shell.ts';
import type { ShellWord } from '../../model/dockerfile/shell-word.ts';
import { passwordInAddress, secretsIn } from '../../model/secret/detect.ts';

export default defineRule({
  id: 'password-in-run',
  subject: 'instruction',
  severity: 'high',
  profile: 'recommended',
  isSecret: true,
  title: 'Password is set in the image',
  marksSecrets: true,
  why: 'Everybody who has the image has the password, or can read it from the history.',
  remedy: 'Set no password: nobody needs to log in, and the container gets the user it runs as.',
  aliases: [checkov('CKV2_DOCKER_17')],
  examples: {
    bad: [debian`RUN echo 'root:changed' | chpasswd`, debian`RUN useradd -p secret app`],
    good: [debian`RUN useradd -u 10001 app`, debian`RUN passwd -l root`],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN') return;
    for (const command of instruction.commands) {
      const [program, ...words] = workWords(command);
      const name = programOf(command);
      const address = words.find(({ text, expands }) => !expands && holdsPassword(text));
      if (address !== undefined)
        report(
          { anchor: address.span, path: `${instruction.path}.address` },
          'Holds a password in an address, which the image history shows.',
        );
      const given = /^(?:useradd|usermod)$/.test(name ?? '') ? givenPassword(words) : undefined;
      const sets =
        name === 'chpasswd' ||
        (name === 'passwd' && words.some(({ text }) => text === '-d' || text === '--delete' || text === '--stdin')) ||
        given !== undefined;
      if (given !== undefined && program !== undefined && isNoHash(given))
        report(
          { anchor: program.span, path: `${instruction.path}.password` },
          `Sets a text that fits no password, since ${name} takes a hash.`,
          undefined,
          [],
          { atMost: 'low' },
        );
      else if (sets && program !== undefined)
        report(
          { anchor: program.span, path: `${instruction.path}.password` },
          `Sets a password that everyone with the image has: ${name}.`,
        );
    }
  },
});

/** What `-p` or `--password` says. @returns undefined without one. */
function givenPassword(words: readonly ShellWord[]): ShellWord | undefined {
  const at = words.findIndex(({ text }) => text === '-p' || text.startsWith('--password'));
  const word = words[at];
  if (word === undefined) return undefined;
  return word.text.includes('=') ? { ...word, text: word.text.replace(/^[^=]*=/, '') } : (words[at + 1] ?? word);
}

/** Neither empty, which is no password at all, nor any form of hash: `$id$...` or the thirteen characters of DES. Source: crypt(5), useradd(8). */
const isNoHash = ({ text, expands }: ShellWord): boolean =>
  !expands && text !== '' && !text.startsWith('$') && !/^[./0-9A-Za-z]{13}$/.test(text);

/** `https://user:password@host`; nothing listens on the machine itself during a build, so that such a password only stands in for one. */
const holdsPassword = (text: string): boolean =>
  secretsIn(text).some(({ kind }) => kind === passwordInAddress) && !/@(?:localhost|127\.0\.0\.1)\b/.test(text);
