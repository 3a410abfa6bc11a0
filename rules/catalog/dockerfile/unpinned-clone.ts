import { debian } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { programOf, workWords } from '../../model/dockerfile/shell.ts';

export default defineRule({
  id: 'unpinned-clone',
  subject: 'instruction',
  severity: 'info',
  profile: 'strict',
  tags: ['practice'],
  title: 'Repository is cloned without a fixed version',
  why: 'Whoever can push to the repository decides what the next build holds.',
  remedy: 'Clone a tag with `--branch`, or check out a commit.',
  examples: {
    bad: [
      debian`RUN git clone https://example.com/a.git`,
      debian`RUN git clone --depth 1 https://example.com/a.git /a && make -C /a`,
    ],
    good: [
      debian`RUN git clone --branch v1.2.3 --depth 1 https://example.com/a.git`,
      debian`RUN git clone https://example.com/a.git && git -C a checkout 4f2a9c1`,
    ],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN') return;
    const calls = instruction.commands.filter((command) => programOf(command) === 'git');
    // What is checked out or reset to afterwards counts.
    const settled = calls.some((command) => command.words.some(({ text }) => /^(?:checkout|reset|switch)$/.test(text)));
    if (settled) return;
    for (const command of calls) {
      const [, ...words] = workWords(command);
      const verb = words.find(({ text }) => text === 'clone');
      if (verb === undefined || words.some(({ text }) => /^(?:-b|--branch(?:=.*)?|--revision(?:=.*)?)$/.test(text)))
        continue;
      report(
        { anchor: verb.span, path: `${instruction.path}.clone` },
        'Clones the repository as it is on the day of the build.',
      );
    }
  },
});
