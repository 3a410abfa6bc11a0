import { dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint } from '../../contract/rule.ts';
import { reportUnpinned } from './shared/pinning.ts';

export default defineRule({
  id: 'unpinned-dnf-package',
  subject: 'instruction',
  severity: 'info',
  profile: 'all',
  tags: ['practice'],
  title: 'Package of dnf has no fixed version',
  why: 'Two builds of the same file can hold different packages. Pins have a cost too: they keep a build from getting security updates.',
  remedy: 'Write `name-version`, or pin the base image by digest and rebuild it often.',
  aliases: [hadolint('DL3041')],
  examples: {
    bad: [
      dockerfile`
        FROM fedora:42
        RUN dnf install -y httpd
      `,
      dockerfile`
        FROM fedora:42
        RUN microdnf install -y httpd
      `,
    ],
    good: [
      dockerfile`
        FROM fedora:42
        RUN dnf install -y httpd-2.4.62
      `,
      dockerfile`
        FROM fedora:42
        RUN dnf module install -y nodejs:22
      `,
    ],
  },

  check(instruction, report) {
    reportUnpinned(instruction, 'dnf', report);
  },
});
