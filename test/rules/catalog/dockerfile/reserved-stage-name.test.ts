import rule from '../../../../rules/catalog/dockerfile/reserved-stage-name.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('whatever the case')(dockerfile`
    FROM debian:13-slim AS Context
    #                      ^^^^^^^ reserved-stage-name
  `);

  clean('similar names')(dockerfile`
    FROM scratch AS base
    FROM base AS scratch-copy
  `);
});
