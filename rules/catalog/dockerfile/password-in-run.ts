import { debian } from '../../contract/example.ts';
import { checkov, defineRule } from '../../contract/rule.ts';
import { programOf, workWords } from '../../model/dockerfile/shell.ts';
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
      const sets =
        name === 'chpasswd' ||
        (name === 'passwd' && words.some(({ text }) => text === '-d' || text === '--delete' || text === '--stdin')) ||
        (/^(?:useradd|usermod)$/.test(name ?? '') &&
          words.some(({ text }) => text === '-p' || text.startsWith('--password')));
      if (sets && program !== undefined)
        report(
          { anchor: program.span, path: `${instruction.path}.password` },
          `Sets a password that everyone with the image has: ${name}.`,
        );
    }
  },
});

/** `https://user:password@host`; nothing listens on the machine itself during a build, so that such a password only stands in for one. */
const holdsPassword = (text: string): boolean =>
  secretsIn(text).some(({ kind }) => kind === passwordInAddress) && !/@(?:localhost|127\.0\.0\.1)\b/.test(text);
