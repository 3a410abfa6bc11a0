import rule from '../../../../rules/catalog/dockerfile/upper-case-stage-name.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('small letters')(dockerfile`
    FROM debian:13-slim AS build
    FROM build AS final
  `);
});
