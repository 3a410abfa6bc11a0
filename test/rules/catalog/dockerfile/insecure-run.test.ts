import rule from '../../../../rules/catalog/dockerfile/insecure-run.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('others')(dockerfile`
    FROM debian:13-slim
    RUN --network=default --mount=type=cache,target=/x make
  `);
});
