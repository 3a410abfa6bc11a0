import rule from '../../../../rules/catalog/dockerfile/large-user-id.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('more than five digits')(debian`
    RUN groupadd x && useradd -g x --uid 123456 app
    #                 ^^^^^^^ large-user-id 💡
  `);

  fix('adds the flag')(dockerfile`
      FROM debian:13-slim
    - RUN useradd -u 123456 app
    + RUN useradd --no-log-init -u 123456 app
  `);

  clean('five digits, the flag, another program')(
    debian`RUN useradd -u 65532 a && useradd -rlu 123456 b && adduser -u 123456 c`,
  );
});
