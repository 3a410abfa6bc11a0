import { debian } from '../../contract/example.ts';
import { defineRule, hadolint } from '../../contract/rule.ts';

export default defineRule({
  id: 'forbidden-trigger',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  tags: ['practice'],
  title: 'ONBUILD trigger cannot run',
  why: 'ONBUILD does not accept this instruction, and the build of every image based on this one stops.',
  remedy: 'Remove the trigger; write the instruction in the image that needs it.',
  aliases: [hadolint('DL3043')],
  examples: {
    bad: [debian`ONBUILD FROM alpine:3.22`, debian`ONBUILD ONBUILD RUN make`],
    good: [debian`ONBUILD RUN make`, debian`ONBUILD COPY . /app`],
  },

  check(instruction, report) {
    const { onbuild, keyword, keywordSpan } = instruction;
    // Source: Dockerfile reference, ONBUILD, limitations.
    if (!onbuild || !['FROM', 'ONBUILD', 'MAINTAINER'].includes(keyword)) return;
    report({ anchor: keywordSpan, path: instruction.path }, `ONBUILD does not take ${keyword}.`);
  },
});
