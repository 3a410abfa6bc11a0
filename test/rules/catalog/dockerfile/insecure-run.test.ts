import rule from '../../../../rules/catalog/dockerfile/insecure-run.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('others')(debian`RUN --network=default --mount=type=cache,target=/x make`);
});
