import { dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint } from '../../contract/rule.ts';
import { reportPrompts } from './shared/prompts.ts';

export default defineRule({
  id: 'dnf-prompt',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  // A build that went through was asked nothing, or had its answer; with the flag it installs the same.
  fix: 'safe',
  tags: ['practice'],
  title: 'Install by dnf waits for an answer',
  why: 'Without a terminal the question is answered with no, and the build stops, or it installs nothing.',
  remedy: 'Install with `-y`.',
  aliases: [hadolint('DL3038')],
  examples: {
    bad: [
      dockerfile`
        FROM fedora:42
      - RUN dnf install httpd
      + RUN dnf install -y httpd
      `,
      dockerfile`
        FROM fedora:42
        RUN microdnf install httpd
      `,
    ],
    good: [
      dockerfile`
        FROM fedora:42
        RUN microdnf --assumeyes install httpd
      `,
    ],
  },

  check(instruction, report) {
    reportPrompts(instruction, 'dnf', ['-y', '--assumeyes'], report);
  },
});
