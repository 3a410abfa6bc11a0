import { cleanAtEnd, reportLeftover } from '../model/dockerfile/cleaning.ts';
import { deletes, installsBy, runs } from '../model/dockerfile/packages.ts';
import { defineRule, dockerfile, hadolint } from '../rule.ts';

export default defineRule({
  id: 'yarn-cache-left',
  subject: 'instruction',
  severity: 'low',
  profile: 'all',
  fix: 'safe',
  tags: ['practice'],
  since: '0.1.0',
  title: 'Cache of yarn stays in the image',
  why: 'What was downloaded to install stays in the layer for ever, although nothing reads it again. It makes every pull and every scan of the image longer.',
  remedy: 'End the RUN with `yarn cache clean`, or mount a cache.',
  standards: [],
  aliases: [hadolint('DL3060')],
  examples: {
    bad: [
      dockerfile`
        FROM node:22-slim
        RUN yarn install --frozen-lockfile
      `,
      dockerfile`
        FROM node:22-slim
        RUN yarn add express
      `,
    ],
    good: [
      dockerfile`
        FROM node:22-slim
        RUN yarn install --frozen-lockfile && yarn cache clean
      `,
      dockerfile`
        FROM node:22-slim
        RUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn install
      `,
    ],
  },

  check(instruction, report) {
    reportLeftover(instruction, installsBy(instruction, 'yarn'), report, {
      cache: /\.cache(?:\/yarn.*)?$|\/yarn(?:-cache)?$/,
      message: 'The cache of yarn stays in this layer of the image.',
      isCleaned: (whole, install) =>
        runs(whole, 'yarn', 'cache', 'clean') || deletes(whole, /\.cache|yarn-cache/, install.verb.span.start),
      fix: (whole) => cleanAtEnd(whole, 'yarn cache clean', 'Clean the cache in the same RUN'),
    });
  },
});
