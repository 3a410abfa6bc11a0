import { debian, dockerfile } from '../../contract/example.ts';
import { buildkit, defineRule, hadolint, kics, trivy } from '../../contract/rule.ts';
import { reportRepeated } from './shared/repeated.ts';

export default defineRule({
  id: 'repeated-entrypoint',
  subject: 'stage',
  severity: 'low',
  profile: 'strict',
  // The last one of a stage replaces those above; what goes was in no image.
  fix: 'safe',
  tags: ['practice'],
  title: 'ENTRYPOINT is set twice',
  why: 'Only the last one of a stage counts. The first says something that does not happen.',
  remedy: 'Keep the one that is meant.',
  aliases: [
    hadolint('DL4004'),
    trivy('DS-0007'),
    buildkit('MultipleInstructionsDisallowed'),
    kics('Multiple ENTRYPOINT Instructions Listed'),
  ],
  examples: {
    bad: [
      debian`
        ENTRYPOINT ["true"]
        #<--------- repeated-entrypoint 💡
        ENTRYPOINT ["false"]
      `,
      debian`
        ENTRYPOINT ["true"]
        USER 1000
        ENTRYPOINT ["false"]
      `,
    ],
    good: [
      debian`ENTRYPOINT ["true"]`,
      dockerfile`
        FROM debian:13-slim AS a
        ENTRYPOINT ["true"]
        FROM debian:13-slim
        ENTRYPOINT ["false"]
      `,
    ],
  },

  check(stage, report) {
    reportRepeated(stage, 'ENTRYPOINT', report);
  },
});
