import { dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint, kics } from '../../contract/rule.ts';
import { reportUnpinned } from './shared/pinning.ts';

export default defineRule({
  id: 'unpinned-zypper-package',
  subject: 'instruction',
  severity: 'info',
  profile: 'all',
  tags: ['practice'],
  title: 'Package of zypper has no fixed version',
  why: 'Two builds of the same file can hold different packages. Pins have a cost too: they keep a build from getting security updates.',
  remedy: 'Write `name=version`, or pin the base image by digest and rebuild it often.',
  aliases: [hadolint('DL3037'), kics('Zypper Install Without Version')],
  examples: {
    bad: [
      dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper install -y httpd
      `,
      dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper -n in httpd
      `,
    ],
    good: [
      dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper install -y httpd=2.4.62
      `,
      dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper install -y ./tool.rpm
      `,
    ],
  },

  check(instruction, report) {
    reportUnpinned(instruction, 'zypper', report);
  },
});
