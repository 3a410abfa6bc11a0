import { debian } from '../../contract/example.ts';
import { defineRule, hadolint } from '../../contract/rule.ts';
import { uidAskedOf } from '../../model/dockerfile/accounts.ts';
import { programOf, workWords } from '../../model/dockerfile/shell.ts';
import { insertBehind } from './shared/edit.ts';

export default defineRule({
  id: 'large-user-id',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  // Nothing in a container reads the log of logins that is left out.
  fix: 'safe',
  tags: ['practice'],
  title: 'Very large user id fills the image',
  why: '`useradd` writes a file of many gigabytes of zeros for a number this large, which layers keep in full.',
  remedy: 'Add `--no-log-init`.',
  aliases: [hadolint('DL3046')],
  examples: {
    bad: [debian`RUN useradd -u 1000700000 app`, debian`RUN useradd --uid=123456789 app`],
    good: [debian`RUN useradd -l -u 1000700000 app`, debian`RUN useradd -u 10001 app`],
  },

  check(instruction, report) {
    for (const command of instruction.keyword === 'RUN' ? instruction.commands : []) {
      const words = workWords(command);
      const [program] = words;
      if (program === undefined || programOf(command) !== 'useradd') continue;
      const uid = uidAskedOf(words.map(({ text }) => text));
      const logs = words.some(({ text }) => text === '--no-log-init' || /^-[a-zA-Z]*l/.test(text));
      if (uid === undefined || uid <= 99_999 || logs) continue;
      report(
        { anchor: program.span, path: `${instruction.path}.useradd` },
        `Reserves room in /var/log/lastlog for ${uid} users.`,
        () =>
          instruction.json === undefined
            ? { title: 'Add --no-log-init', edits: [insertBehind(program.span, '--no-log-init')] }
            : { refused: 'It is in a JSON form; change it by hand.' },
      );
    }
  },
});
