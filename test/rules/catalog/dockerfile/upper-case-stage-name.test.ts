import rule from '../../../../rules/catalog/dockerfile/upper-case-stage-name.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('capitals')(dockerfile`
    FROM debian:13-slim AS Build
    #                      ^^^^^ upper-case-stage-name
  `);

  clean('small letters')(dockerfile`
    FROM debian:13-slim AS build
    FROM build AS final
  `);
});
