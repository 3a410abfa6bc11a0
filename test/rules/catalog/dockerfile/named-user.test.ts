import rule from '../../../../rules/catalog/dockerfile/named-user.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('with its group')(debian`
    USER app:app
    #    ^^^^^^^ named-user
  `);

  clean('stages that build, and what is not known')(dockerfile`
    FROM debian:13-slim AS build
    USER app
    FROM debian:13-slim
    USER $UID
  `);
});
