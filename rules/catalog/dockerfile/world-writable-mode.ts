import { debian } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { withoutWorldWrite } from '../../model/dockerfile/mode.ts';
import { programOf, workWords } from '../../model/dockerfile/shell.ts';
import type { ShellWord } from '../../model/dockerfile/shell-word.ts';
import type { Stage } from '../../model/dockerfile/stage.ts';

export default defineRule({
  id: 'world-writable-mode',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  title: 'Files are writable by everybody',
  why: 'Any process of the container, whoever it runs as, can replace these files. A program that root runs later is then a way to root.',
  remedy: 'Give the files to the user who needs them (`--chown`) and let only that user write.',
  ignoreWhen: 'It is a folder with the sticky bit for temporary files, such as `/tmp`.',
  examples: {
    bad: [debian`RUN chmod -R 777 /app`, debian`COPY --chmod=0666 config.yaml /etc/app/`],
    good: [debian`RUN chmod 755 /app && chmod u+rwX,go+rX /data`, debian`RUN mkdir /scratch && chmod 1777 /scratch`],
  },

  check(instruction, report) {
    const { keyword } = instruction;
    if (keyword === 'COPY' || keyword === 'ADD') {
      const flag = instruction.flag('chmod');
      const mode = flag?.value;
      const narrow = mode === undefined ? undefined : withoutWorldWrite(mode);
      const span = flag?.valueSpan;
      if (narrow === undefined || span === undefined) return;
      report(
        { anchor: span, path: `${instruction.path}.chmod` },
        `Lets everybody write what is copied: ${keyword} --chmod=${mode}.`,
        () => ({ title: `Use ${narrow}`, edits: [{ ...span, text: narrow }] }),
      );
      return;
    }
    if (keyword !== 'RUN') return;
    for (const command of instruction.commands) {
      if (programOf(command) !== 'chmod') continue;
      const words = workWords(command).slice(1);
      if (words.some(({ text }) => text.startsWith('--reference'))) continue;
      const operands = words.filter(
        ({ text }) => !/^-(?:[a-zA-QS-Z]*R[a-zA-Z]*|[cfv]+|-|-[a-z]+(?:-[a-z]+)*(?:=.*)?)$/.test(text),
      );
      const [mode, ...paths] = operands;
      if (mode === undefined || mode.expands) continue;
      const narrow = withoutWorldWrite(mode.text);
      if (narrow === undefined) continue;
      const isShared = paths.some(({ text }) => sharedFolder.test(text));
      report(
        { anchor: mode.span, path: `${instruction.path}.chmod` },
        `Lets everybody write: chmod ${mode.text}.`,
        () => {
          if (mode.span.end - mode.span.start !== mode.text.length)
            return { refused: 'The mode is quoted; change it by hand.' };
          if (!isShared)
            return {
              title: `Use ${narrow}`,
              consequence: 'only the owner may write',
              edits: [{ ...mode.span, text: narrow }],
              ...(isFolderOfOthers(instruction.stage, words, paths) ? { assumes: 'only the owner writes there' } : {}),
            };
          return paths.every(({ text }) => sharedFolder.test(text))
            ? { title: 'Use 1777, as folders for everybody have', edits: [{ ...mode.span, text: '1777' }] }
            : { refused: 'One of the folders is for everybody, and has to have mode 1777; change it by hand.' };
        },
        [],
        { cause: { key: words.map(({ text }) => text).join(' '), within: 'scan' } },
      );
    }
  },
});

/** A folder with all that is in it, one that is made for it, or one that only the build knows: whoever opened it wanted somebody to write there. */
function isFolderOfOthers(stage: Stage, words: readonly ShellWord[], paths: readonly ShellWord[]): boolean {
  if (words.some(({ text }) => /^-[a-zA-Z]*R|^--recursive$/.test(text)) || paths.some(({ expands }) => expands))
    return true;
  const made = stage
    .inForceOf('RUN')
    .flatMap(({ commands }) => commands.filter((command) => programOf(command) === 'mkdir'))
    .flatMap((command) => workWords(command).map(({ text }) => text));
  return paths.some(({ text }) => made.includes(text));
}

/** Everybody has to be able to write there; the sticky bit keeps people from each other's files. Source: Filesystem Hierarchy Standard 3.0. */
const sharedFolder = /^\/(?:var\/)?tmp\/?$/;
