import rule from '../../../../rules/catalog/dockerfile/undefined-argument-in-from.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('an argument of a stage does not count')(dockerfile`
    FROM debian:13 AS base
    ARG TAG=1
    FROM web:$TAG
    #        ^^^^ undefined-argument-in-from
  `);

  clean('what BuildKit defines, and a default in place')(dockerfile`
    FROM --platform=$BUILDPLATFORM debian:13-$TARGETARCH AS a
    FROM \${IMAGE:-debian:13}
  `);
});
