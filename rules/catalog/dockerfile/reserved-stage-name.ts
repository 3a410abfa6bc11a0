import { dockerfile } from '../../contract/example.ts';
import { buildkit, defineRule, hadolint } from '../../contract/rule.ts';

export default defineRule({
  id: 'reserved-stage-name',
  subject: 'stage',
  severity: 'medium',
  profile: 'recommended',
  tags: ['practice'],
  since: '0.1.0',
  title: 'Stage has a name that means something else',
  why: 'The builder knows this name itself: the empty image, or the files that are sent along. An instruction that names it does not get the stage.',
  remedy: 'Give the stage another name.',
  standards: [],
  aliases: [hadolint('DL3063'), buildkit('ReservedStageName')],
  examples: {
    bad: [
      dockerfile`
        FROM debian:13-slim AS scratch
      `,
      dockerfile`
        FROM debian:13-slim AS context
      `,
    ],
    good: [
      dockerfile`
        FROM debian:13-slim AS base
      `,
      dockerfile`
        FROM scratch
      `,
    ],
  },

  check({ name, from, path }, report) {
    const word = from?.words[2];
    if (word === undefined || (name !== 'scratch' && name !== 'context')) return;
    report({ anchor: word.span, path: `${path}.name` }, `${name} is not this stage where other instructions name it.`);
  },
});
