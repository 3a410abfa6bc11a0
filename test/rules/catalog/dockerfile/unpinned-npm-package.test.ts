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

  check('tags, repositories and other names')(dockerfile`
    FROM node:24-slim
    RUN npm install -g typescript@beta && npm install user/repo && npm install github:user/repo
    #                  ^^^^^^^^^^^^^^^ unpinned-npm-package
    #                                                 ^^^^^^^^^ unpinned-npm-package
    #                                                                          ^^^^^^^^^^^^^^^^ unpinned-npm-package
    RUN npm install short@npm:long && npm install long@*
    #               ^^^^^^^^^^^^^^ unpinned-npm-package
    #                                             ^^^^^^ unpinned-npm-package
  `);

  clean('versions and ranges of the same')(dockerfile`
    FROM node:24-slim
    RUN npm install -g typescript@5 npm@^10 yarn@~1.22 @types/node@v22.1.0 short@npm:long@1.2.3
    RUN npm install user/repo#v1 github:user/repo#8f4a1c2 git+https://example.com/y.git#v1 file:../x
  `);
});
