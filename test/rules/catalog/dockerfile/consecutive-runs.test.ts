import rule from '../../../../rules/catalog/dockerfile/consecutive-runs.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('each after the first')(debian`
    RUN ./a.sh
    # a word
    RUN ./b.sh
    #<-- consecutive-runs
  `);

  clean('chains, and other flags')(debian`
    RUN make
    RUN a && b
    RUN --mount=type=secret,id=a c
  `);
});
