import rule from '../../../../rules/catalog/dockerfile/unpinned-apk-package.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the first package without a version')(dockerfile`
    FROM alpine:3.22
    RUN apk add --no-cache --virtual .build -X https://example.com/repo gcc
    #                                                                   ^^^ unpinned-apk-package
  `);

  clean('versions in every form, and what has none')(dockerfile`
    FROM alpine:3.22
    RUN apk add --no-cache --virtual .build "gcc~14" musl-dev=1.2.5-r10
    RUN apk del gcc
  `);
});
