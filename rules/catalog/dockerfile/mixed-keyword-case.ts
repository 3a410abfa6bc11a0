import { debian, dockerfile } from '../../contract/example.ts';
import { buildkit, defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'mixed-keyword-case',
  subject: 'dockerfile',
  severity: 'info',
  profile: 'all',
  // The builder reads its own keywords in any case; others are left as they are.
  fix: 'safe',
  tags: ['practice'],
  title: 'Keyword has another case than most',
  why: 'Readers take it for an argument or a name.',
  remedy: 'Write all keywords in one case.',
  aliases: [buildkit('ConsistentInstructionCasing')],
  examples: {
    bad: [
      debian`
        Run make
        CMD ["x"]
      `,
      debian`
        copy a b
        CMD ["x"]
      `,
    ],
    good: [
      debian`RUN make`,
      dockerfile`
        from debian:13-slim
        run make
      `,
    ],
  },

  check(file, report) {
    const written = file.instructions.map(({ keywordSpan: { start, end } }) => file.text.slice(start, end));
    const lower = written.filter((text) => text === text.toLowerCase()).length;
    const upper = written.filter((text) => text === text.toUpperCase()).length;
    file.instructions.forEach((instruction, i) => {
      const text = written[i] ?? '';
      const usual = lower > upper ? text.toLowerCase() : text.toUpperCase();
      // A keyword that is broken over lines is another oddity, and an unknown one is another language.
      if (text === usual || /\s/.test(text) || !keywords.has(instruction.keyword)) return;
      report(
        { anchor: instruction.keywordSpan, path: `${instruction.path}.case` },
        `Most keywords here are in ${lower > upper ? 'small letters' : 'capitals'}.`,
        () => ({ title: `Write ${usual}`, edits: [{ ...instruction.keywordSpan, text: usual }] }),
      );
    });
  },
});

const keywords: ReadonlySet<string> = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);
