import rule from '../../../../rules/catalog/dockerfile/unknown-copy-source.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('a name and a number that no stage above has')(dockerfile`
    FROM debian:13-slim AS base
    COPY --from=build /a /a
    #           ^^^^^ unknown-copy-source
    COPY --from=1 /a /a
    #           ^ unknown-copy-source
  `);

  clean('stages, images, variables')(dockerfile`
    FROM debian:13-slim AS build
    FROM debian:13-slim
    COPY --from=Build /a /a
    COPY --from=0 /a /a
    COPY --from=nginx:1.29 /a /a
  `);

  check('a variable, which BuildKit does not read there')(debian`
    COPY --from=$NAME /a /a
    #           ^^^^^ unknown-copy-source "no variable"
  `);
});
