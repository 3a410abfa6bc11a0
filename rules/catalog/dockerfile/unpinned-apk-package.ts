import { dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint, kics } from '../../contract/rule.ts';
import { reportUnpinned } from './shared/pinning.ts';

export default defineRule({
  id: 'unpinned-apk-package',
  subject: 'instruction',
  severity: 'info',
  profile: 'all',
  tags: ['practice'],
  title: 'Package of apk has no fixed version',
  why: 'Two builds of the same file can hold different packages. Pins have a cost too: they keep a build from getting security updates.',
  remedy: 'Write `name=version` or `name~version`, or pin the base image by digest and rebuild it often.',
  aliases: [hadolint('DL3018'), kics('Unpinned Package Version in Apk Add')],
  examples: {
    bad: [
      dockerfile`
        FROM alpine:3.22
        RUN apk add --no-cache curl
      `,
      dockerfile`
        FROM alpine:3.22
        RUN apk add --no-cache --virtual .build curl=8.14.1-r2 git
      `,
    ],
    good: [
      dockerfile`
        FROM alpine:3.22
        RUN apk add --no-cache curl=8.14.1-r2
      `,
      dockerfile`
        FROM alpine:3.22
        RUN apk add --no-cache "curl~8.14"
      `,
    ],
  },

  check(instruction, report) {
    reportUnpinned(instruction, 'apk', report);
  },
});
