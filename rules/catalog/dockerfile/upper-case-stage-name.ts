import { dockerfile } from '../../contract/example.ts';
import { buildkit, defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'upper-case-stage-name',
  subject: 'stage',
  severity: 'info',
  profile: 'strict',
  tags: ['practice'],
  title: 'Stage has a name with capitals',
  why: 'Names of stages are compared without regard to case, those of images are not. Who reads `FROM Build` cannot tell which of them it is.',
  remedy: 'Write the name in small letters.',
  aliases: [buildkit('StageNameCasing')],
  examples: {
    bad: [
      dockerfile`
        FROM debian:13-slim AS Build
        #                      ^^^^^ upper-case-stage-name
      `,
      dockerfile`
        FROM debian:13-slim AS BASE
        FROM BASE
      `,
    ],
    good: [dockerfile`FROM debian:13-slim AS build`, dockerfile`FROM debian:13-slim`],
  },

  check({ from, path }, report) {
    const word = from?.words[2];
    if (word === undefined || !/[A-Z]/.test(word.text) || word.text.includes('$')) return;
    report({ anchor: word.span, path: `${path}.case` }, `Has capitals: the stage name ${word.text}.`);
  },
});
