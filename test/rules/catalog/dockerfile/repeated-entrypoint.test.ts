import rule from '../../../../rules/catalog/dockerfile/repeated-entrypoint.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean, fix }) => {
  clean('one in each stage')(debian`
    ENTRYPOINT ["true"]
    ONBUILD ENTRYPOINT ["false"]
    FROM debian:13-slim
    ENTRYPOINT ["false"]
  `);

  fix('without the earlier one and what speaks of it')(dockerfile`
      FROM debian:13-slim
    - # first
    - ENTRYPOINT ["true"]
      USER 1000
      ENTRYPOINT ["false"]
  `);
});
