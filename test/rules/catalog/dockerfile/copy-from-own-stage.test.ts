import rule from '../../../../rules/catalog/dockerfile/copy-from-own-stage.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check }) => {
  check('whatever the case')(dockerfile`
    FROM debian:13-slim AS build
    COPY --from=Build /a /b
    #           ^^^^^ copy-from-own-stage
  `);
});
