import rule from '../../../../rules/catalog/dockerfile/insecure-run.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('the flag')(dockerfile`
    FROM debian:13-slim
    RUN --network=host make
    #   ^^^^^^^^^^^^^^ insecure-run 💡
  `);

  clean('others')(dockerfile`
    FROM debian:13-slim
    RUN --network=default --mount=type=cache,target=/x make
  `);

  fix('without the flag')(dockerfile`
      FROM debian:13-slim
    - RUN --security=insecure make
    + RUN make
  `);
});
