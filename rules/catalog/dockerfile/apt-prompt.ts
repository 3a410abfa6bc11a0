import { debian } from '../../contract/example.ts';
import { defineRule, hadolint, kics, trivy } from '../../contract/rule.ts';
import { isAptConfigured } from './shared/apt-configuration.ts';
import { reportPrompts } from './shared/prompts.ts';

export default defineRule({
  id: 'apt-prompt',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  // A build that went through was asked nothing, or had its answer; with the flag it installs the same.
  fix: 'safe',
  tags: ['practice'],
  title: 'Install by apt-get waits for an answer',
  why: 'Without a terminal the question is answered with no, and the build stops, or it installs nothing.',
  remedy: 'Install with `-y`.',
  aliases: [hadolint('DL3014'), trivy('DS-0021'), kics('APT-GET Missing Flags To Avoid Manual Input')],
  examples: {
    bad: [
      debian`
      - RUN apt-get install curl
      + RUN apt-get install -y curl
      `,
      debian`RUN apt-get update && apt-get install curl git`,
    ],
    good: [debian`RUN yes | apt-get install curl`],
  },

  check(instruction, report) {
    if (isAptConfigured(instruction, answersYes)) return;
    reportPrompts(instruction, 'apt', ['-y', '--yes', '--assume-yes', '-q=2', '-qq'], report);
  },
});

const answersYes = /APT::Get::(?:Assume-Yes|force-yes)(?:\\?["'])?[ =]+\\?["']?(?:true|1|yes)\b/i;
