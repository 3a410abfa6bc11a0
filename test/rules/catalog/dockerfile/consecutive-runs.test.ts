import rule from '../../../../rules/catalog/dockerfile/consecutive-runs.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('each after the first')(dockerfile`
    FROM debian:13-slim
    RUN ./a.sh
    # a word
    RUN ./b.sh
    #<-- consecutive-runs
  `);

  clean('chains, and other flags')(dockerfile`
    FROM debian:13-slim
    RUN make
    RUN a && b
    RUN --mount=type=secret,id=a c
  `);
});
