import rule from '../../../../rules/catalog/dockerfile/mixed-keyword-case.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('the fewer ones')(debian`
    Copy a b
    #<--- mixed-keyword-case 💡
    RUN make
  `);

  fix('writes it like the others')(dockerfile`
      FROM debian:13-slim
    - run make
    + RUN make
      CMD x
  `);

  clean('all small')(dockerfile`
    from debian:13
    run make
  `);

  clean('words that are no keywords')(debian`
    RUN make
    include common
  `);
});
