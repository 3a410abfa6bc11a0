import rule from '../../../../rules/catalog/dockerfile/empty-argument-in-from.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the whole name, and its tag')(dockerfile`
    ARG IMAGE
    ARG TAG
    FROM $IMAGE AS a
    #    ^^^^^^ empty-argument-in-from
    FROM debian:$TAG
    #    ^^^^^^^^^^^ empty-argument-in-from
  `);

  clean('empty parts that change nothing')(dockerfile`
    ARG PREFIX
    FROM \${PREFIX}debian:13
  `);
});
