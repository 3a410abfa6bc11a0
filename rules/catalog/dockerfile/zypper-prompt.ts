import { dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint, kics } from '../../contract/rule.ts';
import { reportPrompts } from './shared/prompts.ts';

export default defineRule({
  id: 'zypper-prompt',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  // A build that went through was asked nothing, or had its answer; with the flag it installs the same.
  fix: 'safe',
  tags: ['practice'],
  title: 'Install by zypper waits for an answer',
  why: 'Without a terminal the question is answered with no, and the build stops, or it installs nothing.',
  remedy: 'Install with `-y`.',
  aliases: [hadolint('DL3034'), kics('Missing Zypper Non-interactive Switch')],
  examples: {
    bad: [
      dockerfile`
        FROM opensuse/leap:15.6
      - RUN zypper install httpd
      + RUN zypper install -y httpd
      `,
      dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper update && zypper install httpd git
      `,
    ],
    good: [
      dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper --non-interactive in httpd
      `,
    ],
  },

  check(instruction, report) {
    reportPrompts(instruction, 'zypper', ['-y', '--no-confirm', '-n', '--non-interactive'], report);
  },
});
