import rule from '../../../../rules/catalog/dockerfile/unsafe-npm-permissions.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('in both spellings')(dockerfile`
    FROM node:24
    RUN npm i --unsafe-perm a && npm i --unsafe-perm=true b
    #         ^^^^^^^^^^^^^ unsafe-npm-permissions 💡
    #                                  ^^^^^^^^^^^^^^^^^^ unsafe-npm-permissions 💡
  `);

  fix('takes it away')(dockerfile`
      FROM node:24
    - RUN npm ci --unsafe-perm --omit=dev
    + RUN npm ci --omit=dev
  `);

  clean('of other programs')(dockerfile`
    FROM node:24
    RUN tool --unsafe-perm
  `);
});
