import rule from '../../../../rules/catalog/dockerfile/unpinned-npm-package.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the first package without a version')(dockerfile`
    FROM node:22-slim
    RUN npm install -g --loglevel warn @angular/cli typescript@5.9.2
    #                                  ^^^^^^^^^^^^ unpinned-npm-package
    RUN npm i typescript@latest
    #         ^^^^^^^^^^^^^^^^^ unpinned-npm-package
  `);

  clean('versions in every form, and what has none')(dockerfile`
    FROM node:22-slim
    RUN npm ci && npm install
    RUN npm install -g @angular/cli@20.1.0 ./local a.tgz git+https://example.com/x.git#v1
  `);

  clean('a folder of the build')(dockerfile`
    FROM node:24-slim
    RUN npm install file:../lib
  `);
});
