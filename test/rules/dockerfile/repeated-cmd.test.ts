import rule from '../../../rules/dockerfile/repeated-cmd.ts';
import { dockerfile, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the earlier one',
    dockerfile`
      FROM debian:13-slim
      CMD ["true"]
      #<-- repeated-cmd 💡
      CMD ["false"]
    `,
  );

  clean(
    'one in each stage',
    dockerfile`
      FROM debian:13-slim
      CMD ["true"]
      ONBUILD CMD ["false"]
      FROM debian:13-slim
      CMD ["false"]
    `,
  );

  fix(
    'without the earlier one',
    dockerfile`
      FROM debian:13-slim
      # first
      CMD ["true"]
      USER 1000
      CMD ["false"]
    `,
    dockerfile`
      FROM debian:13-slim
      # first
      USER 1000
      CMD ["false"]
    `,
  );
});
