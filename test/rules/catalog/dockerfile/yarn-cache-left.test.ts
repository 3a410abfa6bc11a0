import rule from '../../../../rules/catalog/dockerfile/yarn-cache-left.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('the first install of a RUN')(dockerfile`
    FROM node:22-slim
    RUN yarn install --production && yarn build
    #        ^^^^^^^ yarn-cache-left 💡
  `);

  clean('cleaned in the same RUN, mounted, or not installing')(dockerfile`
    FROM node:22-slim
    RUN yarn install && yarn cache clean
    RUN yarn build
    RUN --mount=type=cache,target=/root/.cache/yarn yarn install
  `);

  fix('in the same RUN')(dockerfile`
      FROM node:22-slim
    - RUN yarn install
    + RUN yarn install && yarn cache clean
  `);

  refuses(
    'the cache that Yarn 2 may run from',
    /Plug'n'Play/,
  )({ language: 'dockerfile', text: 'FROM node:24-slim\nCOPY .yarnrc.yml package.json ./\nRUN yarn install\n' });

  check('cleaned too early')(dockerfile`
    FROM node:24-slim
    RUN yarn cache clean && yarn install
    #                            ^^^^^^^ yarn-cache-left 💡
  `);
});
