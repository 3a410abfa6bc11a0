import rule from '../../../rules/dockerfile/space-separated-pair.ts';
import { dockerfile, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'values with and without quotes',
    dockerfile`
      FROM debian:13-slim
      ENV A b
      #   ^ space-separated-pair 💡
      LABEL c "d e" f
      #     ^ space-separated-pair
    `,
  );

  clean(
    'with the sign',
    dockerfile`
      FROM debian:13-slim
      ENV A=b
      LABEL c="d e"
      ARG X
    `,
  );

  fix(
    'with quotes where it has blanks',
    dockerfile`
      FROM debian:13-slim
      ENV A b c
    `,
    dockerfile`
      FROM debian:13-slim
      ENV A="b c"
    `,
  );
});
