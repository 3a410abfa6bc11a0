import { dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint, kics } from '../../contract/rule.ts';
import { reportPrompts } from './shared/prompts.ts';

export default defineRule({
  id: 'yum-prompt',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  // A build that went through was asked nothing, or had its answer; with the flag it installs the same.
  fix: 'safe',
  tags: ['practice'],
  title: 'Install by yum waits for an answer',
  why: 'Without a terminal the question is answered with no, and the build stops, or it installs nothing.',
  remedy: 'Install with `-y`.',
  aliases: [hadolint('DL3030'), kics('Yum Install Allows Manual Input')],
  examples: {
    bad: [
      dockerfile`
        FROM amazonlinux:2
      - RUN yum install httpd
      + RUN yum install -y httpd
      `,
      dockerfile`
        FROM amazonlinux:2
        RUN yum update && yum install httpd git
      `,
    ],
    good: [
      dockerfile`
        FROM amazonlinux:2
        RUN yum --assumeyes install httpd
      `,
    ],
  },

  check(instruction, report) {
    reportPrompts(instruction, 'yum', ['-y', '--assumeyes'], report);
  },
});
