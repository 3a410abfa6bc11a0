import { dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint } from '../../contract/rule.ts';

export default defineRule({
  id: 'instruction-before-from',
  subject: 'dockerfile',
  severity: 'high',
  profile: 'essential',
  tags: ['practice'],
  title: 'Instruction comes before FROM',
  why: 'Only ARG and comments may come before the first FROM, so the build stops.',
  remedy: 'Move the instruction below FROM.',
  aliases: [hadolint('DL3061')],
  examples: {
    bad: [
      dockerfile`
        LABEL team=shop
        FROM debian:13-slim
      `,
      dockerfile`
        RUN make
        FROM debian:13-slim
      `,
    ],
    good: [
      dockerfile`
        ARG TAG=13-slim
        FROM debian:$TAG
      `,
      dockerfile`
        # the shop
        FROM debian:13-slim
      `,
    ],
  },

  check(dockerfile, report) {
    // Without any FROM it is a part of a Dockerfile, or one that is being written.
    if (dockerfile.stages.length === 0) return;
    const first = dockerfile.fragment.instructions.find(({ keyword }) => keyword !== 'ARG');
    if (first === undefined) return;
    report({ anchor: first.keywordSpan, path: 'before-from' }, `Comes before the first FROM: ${first.keyword}.`);
  },
});
