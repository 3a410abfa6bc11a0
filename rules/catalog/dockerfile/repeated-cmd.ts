import { debian, dockerfile } from '../../contract/example.ts';
import { buildkit, defineRule, hadolint, kics, trivy } from '../../contract/rule.ts';
import { reportRepeated } from './shared/repeated.ts';

export default defineRule({
  id: 'repeated-cmd',
  subject: 'stage',
  severity: 'low',
  profile: 'strict',
  // The last one of a stage replaces those above; what goes was in no image.
  fix: 'safe',
  tags: ['practice'],
  title: 'CMD is set twice',
  why: 'Only the last one of a stage counts. The first says something that does not happen.',
  remedy: 'Keep the one that is meant.',
  aliases: [
    hadolint('DL4003'),
    trivy('DS-0016'),
    buildkit('MultipleInstructionsDisallowed'),
    kics('Multiple CMD Instructions Listed'),
  ],
  examples: {
    bad: [
      debian`
        CMD ["true"]
        #<-- repeated-cmd 💡
        CMD ["false"]
      `,
      debian`
        CMD ["true"]
        USER 1000
        CMD ["false"]
      `,
    ],
    good: [
      debian`CMD ["true"]`,
      dockerfile`
        FROM debian:13-slim AS a
        CMD ["true"]
        FROM debian:13-slim
        CMD ["false"]
      `,
    ],
  },

  check(stage, report) {
    reportRepeated(stage, 'CMD', report);
  },
});
