import { dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint, kics } from '../../contract/rule.ts';
import { reportUnpinned } from './shared/pinning.ts';

export default defineRule({
  id: 'unpinned-yum-package',
  subject: 'instruction',
  severity: 'info',
  profile: 'all',
  tags: ['practice'],
  title: 'Package of yum has no fixed version',
  why: 'Two builds of the same file can hold different packages. Pins have a cost too: they keep a build from getting security updates.',
  remedy: 'Write `name-version`, or pin the base image by digest and rebuild it often.',
  aliases: [hadolint('DL3033'), kics('Yum Install Without Version')],
  examples: {
    bad: [
      dockerfile`
        FROM amazonlinux:2
        RUN yum install -y httpd
      `,
      dockerfile`
        FROM amazonlinux:2
        RUN yum install -y httpd-2.4.62 mod_ssl
      `,
    ],
    good: [
      dockerfile`
        FROM amazonlinux:2
        RUN yum install -y httpd-2.4.62
      `,
      dockerfile`
        FROM amazonlinux:2
        RUN yum install -y https://example.com/tool.rpm
      `,
    ],
  },

  check(instruction, report) {
    reportUnpinned(instruction, 'yum', report);
  },
});
