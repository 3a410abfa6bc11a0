import rule from '../../../rules/dockerfile/yarn-cache-left.ts';
import { dockerfile, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the first install of a RUN',
    dockerfile`
      FROM node:22-slim
      RUN yarn install --production && yarn build
      #        ^^^^^^^ yarn-cache-left 💡
    `,
  );

  clean(
    'cleaned in the same RUN, mounted, or not installing',
    dockerfile`
      FROM node:22-slim
      RUN yarn install && yarn cache clean
      RUN yarn build
      RUN --mount=type=cache,target=/root/.cache/yarn yarn install
    `,
  );

  fix(
    'in the same RUN',
    dockerfile`
      FROM node:22-slim
      RUN yarn install
    `,
    dockerfile`
      FROM node:22-slim
      RUN yarn install && yarn cache clean
    `,
  );
});
