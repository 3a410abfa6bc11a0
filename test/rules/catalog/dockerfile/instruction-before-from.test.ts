import rule from '../../../../rules/catalog/dockerfile/instruction-before-from.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('all but ARG')(dockerfile`
    ARG A=1
    ENV B=2
    #<-- instruction-before-from
    FROM debian:13-slim
  `);

  clean('below')(dockerfile`
    ARG A=1
    # a word
    FROM debian:13-slim
    ENV B=2
  `);
});
