import { debian, dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint, trivy } from '../../contract/rule.ts';
import { programOf } from '../../model/dockerfile/shell.ts';

export default defineRule({
  id: 'wget-and-curl',
  subject: 'stage',
  severity: 'info',
  profile: 'all',
  tags: ['practice'],
  title: 'Image has both wget and curl',
  why: 'One of them is enough. The other needs patches too, and helps whoever breaks in.',
  remedy: 'Use one of them.',
  aliases: [hadolint('DL4001'), trivy('DS-0014')],
  examples: {
    bad: [
      debian`
        RUN wget https://example.com/a
        RUN curl -O https://example.com/b
      `,
      debian`RUN curl -O https://example.com/a && wget https://example.com/b`,
    ],
    good: [
      debian`
        RUN curl -O https://example.com/a
        RUN curl -O https://example.com/b
      `,
      dockerfile`
        FROM debian:13-slim AS a
        RUN wget https://example.com/a
        FROM debian:13-slim
        RUN curl -O https://example.com/b
      `,
    ],
  },

  check(stage, report) {
    const uses = stage.instructions
      .filter(({ keyword }) => keyword === 'RUN')
      .flatMap((instruction) =>
        instruction.commands.map((command) => ({ instruction, command, program: programOf(command) })),
      )
      .filter(({ program }) => program === 'wget' || program === 'curl');
    const [first] = uses;
    const other = uses.find(({ program }) => program !== first?.program);
    const word = other?.command.words.find(({ text }) => text.endsWith(other.program ?? ''));
    if (first === undefined || other === undefined || word === undefined) return;
    report(
      { anchor: word.span, path: `${other.instruction.path}.download` },
      `Adds a second tool for downloads: ${other.program}, after ${first.program} above.`,
    );
  },
});
