import { debian, dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint } from '../../contract/rule.ts';

export default defineRule({
  id: 'copied-root-filesystem',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  tags: ['practice'],
  title: 'Whole file system of another stage is copied',
  why: 'Everything that the other stage holds comes along: its package lists, caches, keys and tools.',
  remedy: 'Copy the files that are needed, or build the stage on the other one.',
  aliases: [hadolint('DL3067')],
  examples: {
    bad: [
      dockerfile`
        FROM debian:13-slim AS build
        FROM scratch
        COPY --from=build / /
        #                 ^ copied-root-filesystem
      `,
      debian`COPY --from=alpine:3.22 / /alpine`,
    ],
    good: [
      dockerfile`
        FROM debian:13-slim AS build
        FROM scratch
        COPY --from=build /app /app
      `,
      debian`COPY / /app`,
    ],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'COPY' || instruction.flag('from') === undefined) return;
    const source = instruction.words.slice(0, -1).find(({ text }) => /^["']?\/["']?$/.test(text));
    if (source === undefined) return;
    report(
      { anchor: source.span, path: `${instruction.path}.root` },
      'Copies the whole file system of the other stage.',
    );
  },
});
