import { debian, dockerfile } from '../../contract/example.ts';
import { buildkit, defineRule, hadolint, trivy } from '../../contract/rule.ts';
import { reportRepeated } from './shared/repeated.ts';

export default defineRule({
  id: 'repeated-healthcheck',
  subject: 'stage',
  severity: 'low',
  profile: 'strict',
  // The last one of a stage replaces those above; what goes was in no image.
  fix: 'safe',
  tags: ['practice'],
  title: 'HEALTHCHECK is set twice',
  why: 'Only the last one of a stage counts. The first says something that does not happen.',
  remedy: 'Keep the one that is meant.',
  aliases: [hadolint('DL3012'), trivy('DS-0023'), buildkit('MultipleInstructionsDisallowed')],
  examples: {
    bad: [
      debian`
        HEALTHCHECK CMD true
        #<---------- repeated-healthcheck 💡
        HEALTHCHECK CMD false
      `,
      debian`
        HEALTHCHECK CMD true
        USER 1000
        HEALTHCHECK CMD false
      `,
    ],
    good: [
      debian`HEALTHCHECK CMD true`,
      dockerfile`
        FROM debian:13-slim AS a
        HEALTHCHECK CMD true
        FROM debian:13-slim
        HEALTHCHECK CMD false
      `,
    ],
  },

  check(stage, report) {
    reportRepeated(stage, 'HEALTHCHECK', report);
  },
});
