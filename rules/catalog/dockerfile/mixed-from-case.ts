import { dockerfile } from '../../contract/example.ts';
import { buildkit, defineRule } from '../../contract/rule.ts';
import { replace } from '../../text/edit.ts';

export default defineRule({
  id: 'mixed-from-case',
  subject: 'stage',
  severity: 'info',
  profile: 'strict',
  // The builder reads FROM and AS in any case.
  fix: 'safe',
  tags: ['practice'],
  title: 'FROM and AS are in different cases',
  why: 'Readers look for keywords in one case and overlook `as`.',
  remedy: 'Write both in the same case.',
  aliases: [buildkit('FromAsCasing')],
  examples: {
    bad: [
      dockerfile`
        FROM debian:13-slim as build
        #                   ^^ mixed-from-case 💡
      `,
      dockerfile`from debian:13-slim AS build`,
    ],
    good: [dockerfile`FROM debian:13-slim AS build`, dockerfile`from debian:13-slim as build`],
  },

  check({ from, path, file }, report) {
    const word = from?.words[1];
    if (from === undefined || word === undefined || word.text.toLowerCase() !== 'as') return;
    const keyword = file.text.slice(from.keywordSpan.start, from.keywordSpan.end);
    const wanted = keyword === keyword.toLowerCase() ? 'as' : 'AS';
    if (word.text === wanted) return;
    report(
      { anchor: word.span, path: `${path}.as` },
      `Written in different cases: ${keyword} and ${word.text}.`,
      () => ({
        title: `Write ${wanted}`,
        edits: [replace(word.span, wanted)],
      }),
    );
  },
});
