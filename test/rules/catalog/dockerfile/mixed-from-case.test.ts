import rule from '../../../../rules/catalog/dockerfile/mixed-from-case.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean, fix }) => {
  clean('the same')(dockerfile`
    FROM debian:13-slim AS build
    FROM build
  `);

  fix('as the keyword')(dockerfile`FROM debian:13-slim As b`, dockerfile`FROM debian:13-slim AS b`);
});
