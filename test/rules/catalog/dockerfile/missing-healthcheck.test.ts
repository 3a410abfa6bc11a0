import rule from '../../../../rules/catalog/dockerfile/missing-healthcheck.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the final stage')(dockerfile`
    FROM debian:13-slim AS base
    HEALTHCHECK CMD true
    FROM debian:13
    #    ^^^^^^^^^ missing-healthcheck
  `);

  clean('inherited')(dockerfile`
    FROM debian:13-slim AS base
    HEALTHCHECK CMD true
    FROM base
  `);
});
