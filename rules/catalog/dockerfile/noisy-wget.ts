import { debian } from '../../contract/example.ts';
import { defineRule, hadolint } from '../../contract/rule.ts';
import { programOf, workWords } from '../../model/dockerfile/shell.ts';
import { insertBehind } from './shared/edit.ts';
import { type Wget, wgetOf } from './shared/wget.ts';

export default defineRule({
  id: 'noisy-wget',
  subject: 'instruction',
  severity: 'info',
  profile: 'all',
  // GNU wget fetches the same whatever it prints; where it is not known to be GNU's, nothing is written.
  fix: 'safe',
  tags: ['practice'],
  title: 'Progress of wget fills the build log',
  why: 'A line for every few kilobytes hides what matters in the build log.',
  remedy: 'Add `--progress=dot:giga`, or `-nv`; the wget of Alpine and BusyBox knows only `-q`.',
  aliases: [hadolint('DL3047')],
  examples: {
    bad: [
      debian`
      - RUN wget https://example.com/a.tar.gz
      + RUN wget --progress=dot:giga https://example.com/a.tar.gz
      `,
      debian`RUN wget -O a https://example.com/a`,
    ],
    good: [debian`RUN wget -q https://example.com/a`],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN') return;
    for (const command of instruction.commands) {
      if (programOf(command) !== 'wget') continue;
      const [program, ...words] = workWords(command);
      const quiet = words.some(({ text }) =>
        /^--(?:progress|quiet|no-verbose|output-file|append-output)(?:=|$)|^-[a-zA-Z]*q|^-nv$|^-[oa]$/.test(text),
      );
      if (program === undefined || quiet) continue;
      report(
        { anchor: program.span, path: `${instruction.path}.wget` },
        'Writes the progress of wget into the build log.',
        () => {
          if (instruction.json !== undefined)
            return { refused: 'The command is written as JSON; add the flag by hand.' };
          const why = unfit[wgetOf(instruction, command)];
          return why === undefined
            ? { title: 'Show little progress', edits: [insertBehind(program.span, '--progress=dot:giga')] }
            : { refused: why };
        },
      );
    }
  },
});

/** Why the option may not be written. */
const unfit: { readonly [W in Wget]: string | undefined } = {
  gnu: undefined,
  busybox: 'The wget of BusyBox knows no --progress and stops; call it with -q.',
  unknown: 'Which wget the image has is not known, and that of BusyBox knows no --progress; call it with -q.',
};
