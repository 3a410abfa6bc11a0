import { dockerfile } from '../../contract/example.ts';
import { buildkit, defineRule, hadolint } from '../../contract/rule.ts';

export default defineRule({
  id: 'reserved-stage-name',
  subject: 'stage',
  severity: 'medium',
  profile: 'recommended',
  tags: ['practice'],
  title: 'Stage has a reserved name',
  why: 'The builder uses this name itself: for the empty image, or for the build context. An instruction that names it does not get the stage.',
  remedy: 'Give the stage another name.',
  aliases: [hadolint('DL3063'), buildkit('ReservedStageName')],
  examples: {
    bad: [dockerfile`FROM debian:13-slim AS scratch`, dockerfile`FROM debian:13-slim AS context`],
    good: [dockerfile`FROM debian:13-slim AS base`, dockerfile`FROM scratch`],
  },

  check({ name, from, path }, report) {
    const word = from?.words[2];
    if (word === undefined || (name !== 'scratch' && name !== 'context')) return;
    report(
      { anchor: word.span, path: `${path}.name` },
      `Means something else where other instructions name it: ${name}.`,
    );
  },
});
