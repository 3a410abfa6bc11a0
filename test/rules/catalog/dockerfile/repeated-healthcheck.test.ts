import rule from '../../../../rules/catalog/dockerfile/repeated-healthcheck.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean, fix }) => {
  clean('one in each stage')(debian`
    HEALTHCHECK CMD true
    ONBUILD HEALTHCHECK CMD false
    FROM debian:13-slim
    HEALTHCHECK CMD false
  `);

  fix('without the earlier one and what speaks of it')(dockerfile`
      FROM debian:13-slim
    - # first
    - HEALTHCHECK CMD true
      USER 1000
      HEALTHCHECK CMD false
  `);
});
