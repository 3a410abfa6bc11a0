import rule from '../../../../rules/catalog/dockerfile/sdk-as-final-image.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('also by way of another stage')(dockerfile`
    FROM rust:1.90 AS base
    FROM base
    #    ^^^^ sdk-as-final-image
  `);

  clean('variants to run in')(dockerfile`FROM swift:6-slim`);
});
