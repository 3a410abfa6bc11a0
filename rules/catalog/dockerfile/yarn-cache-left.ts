import { dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint } from '../../contract/rule.ts';
import { deletes, installsBy, runs } from '../../model/dockerfile/packages.ts';
import { workWords } from '../../model/dockerfile/shell.ts';
import type { Stage } from '../../model/dockerfile/stage.ts';
import { cleanAtEnd, reportLeftover } from './shared/cleaning.ts';

export default defineRule({
  id: 'yarn-cache-left',
  subject: 'instruction',
  severity: 'low',
  profile: 'all',
  fix: 'review',
  tags: ['practice'],
  mendedByMore: true,
  title: 'Cache of yarn stays in the image',
  why: 'Downloads stay in the layer, although nothing reads them again. They slow down every pull and every scan.',
  remedy: 'End the RUN with `yarn cache clean`, or mount a cache.',
  aliases: [hadolint('DL3060')],
  examples: {
    bad: [
      dockerfile`
        FROM node:22-slim
      - RUN yarn install --frozen-lockfile
      + RUN yarn install --frozen-lockfile && yarn cache clean
      `,
      dockerfile`
        FROM node:22-slim
        RUN yarn add express
      `,
    ],
    good: [
      dockerfile`
        FROM node:22-slim
        RUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn install
      `,
    ],
  },

  check(instruction, report) {
    reportLeftover(instruction, installsBy(instruction, 'yarn'), report, {
      folders: ['/usr/local/share/.cache/yarn', '/root/.cache/yarn'],
      cache: /\/\.cache(?:\/yarn|$)|\/\.?yarn(?:-cache|\/cache|\/berry\/cache)?$/,
      movedBy: { variables: ['YARN_CACHE_FOLDER'], option: '--cache-folder' },
      message: 'Leaves the cache of yarn in this layer of the image.',
      isCleaned: (whole, install) =>
        runs(whole, 'yarn', ['cache', 'clean'], install.verb.span.start) ||
        deletes(whole, /\.cache|yarn-cache/, install.verb.span.start),
      fix: (whole, install) =>
        isBerry(whole.stage)
          ? {
              refused: "Yarn 2 and later may run packages from its cache (Plug'n'Play), which cleaning would remove.",
            }
          : cleanAtEnd(
              whole,
              install,
              'yarn cache clean',
              'Clean the cache in the same RUN (with Yarn 2 it may hold the packages)',
            ),
    });
  },
});

/** Something in the file says that it is Yarn 2 or later. Source: Yarn 4 documentation, "Migration" and "Plug'n'Play". */
function isBerry({ inForce }: Stage): boolean {
  return inForce.some(({ keyword, argument, commands }) => {
    if (keyword === 'COPY' || keyword === 'ADD')
      return /\.yarnrc\.yml|\.pnp\.|(?:^|[\s/"])\.yarn(?:[\s/"]|$)/.test(argument.text);
    if (keyword === 'ENV' || keyword === 'ARG') return /YARN_ENABLE_|YARN_NODE_LINKER/.test(argument.text);
    return commands.some((command) => {
      const words = workWords(command).map(({ text }) => text);
      return (
        words[0] === 'corepack' ||
        (words[0] === 'yarn' && (words.includes('--immutable') || words.includes('berry') || words[1] === 'workspaces'))
      );
    });
  });
}
