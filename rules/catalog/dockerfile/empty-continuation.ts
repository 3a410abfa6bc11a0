import { debian } from '../../contract/example.ts';
import { buildkit, defineRule } from '../../contract/rule.ts';
import { lineEnd, nextLine } from '../../text/source.ts';

export default defineRule({
  id: 'empty-continuation',
  subject: 'instruction',
  severity: 'info',
  profile: 'strict',
  // The builder leaves blank lines inside an instruction out.
  fix: 'safe',
  tags: ['practice'],
  title: 'Blank line inside an instruction',
  why: 'The lines below look like a new instruction and belong to the one above; later versions of Docker will refuse it.',
  remedy: 'Remove the blank line.',
  aliases: [buildkit('NoEmptyContinuation')],
  examples: {
    bad: [
      debian`
        RUN apt-get update && \

            apt-get install -y curl
      `,
      debian`
        COPY a \

             b /c/
      `,
    ],
    good: [
      debian`
        RUN apt-get update && \
            # why
            apt-get install -y curl
      `,
      debian`
        RUN apt-get update

        RUN make
      `,
    ],
  },

  check(instruction, report) {
    const { stage, span, heredocs, onbuild } = instruction;
    const { text } = stage.file;
    const end = heredocs[0]?.body.start ?? span.end;
    for (let at = nextLine(text, span.start); at < end && !onbuild; at = nextLine(text, at)) {
      const stop = lineEnd(text, at);
      if (text.slice(at, stop).trim() !== '' || stop >= end) continue;
      const edit = { start: at, end: nextLine(text, stop), text: '' };
      report(
        { anchor: { start: at, end: stop }, path: `${instruction.path}.blank` },
        'Splits an instruction, which continues below this blank line.',
        () => ({ title: 'Remove the blank line', edits: [edit] }),
      );
    }
  },
});
