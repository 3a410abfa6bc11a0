import { debian } from '../../contract/example.ts';
import { defineRule, hadolint, kics, trivy } from '../../contract/rule.ts';
import { insert } from '../../text/edit.ts';

export default defineRule({
  id: 'copy-without-slash',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  tags: ['practice'],
  title: 'Several files are copied to a path that is not a directory',
  why: 'The build stops: with more than one source the destination has to end with a slash.',
  remedy: 'End the destination with `/`.',
  aliases: [hadolint('DL3021'), trivy('DS-0011'), kics('Copy With More Than Two Arguments Not Ending With Slash')],
  examples: {
    bad: [
      debian`
      - COPY package.json yarn.lock app
      + COPY package.json yarn.lock app/
      `,
      debian`ADD a.txt b.txt /srv`,
    ],
    good: [debian`COPY package.json app`],
  },

  check(instruction, report) {
    const { keyword, words, json } = instruction;
    if ((keyword !== 'COPY' && keyword !== 'ADD') || json !== undefined || words.length < 3) return;
    const last = words.at(-1);
    const path = last === undefined ? undefined : instruction.resolve(last.text);
    // `.` and `..` are directories.
    if (last === undefined || path === undefined || path === '' || /[/\\]$|(?:^|\/)\.{1,2}$/.test(path)) return;
    report(
      { anchor: last.span, path: `${instruction.path}.destination` },
      `Copies several files to a path that is not written as a directory: ${path}.`,
      () =>
        /["'$]/.test(last.text)
          ? { refused: 'The path has quotes or variables; add the slash by hand.' }
          : { title: 'End it with a slash (each word before it is a source)', edits: [insert(last.span.end, '/')] },
    );
  },
});
