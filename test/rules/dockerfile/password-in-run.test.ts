import rule from '../../../rules/dockerfile/password-in-run.ts';
import { dockerfile, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'each program',
    dockerfile`
      FROM debian:13-slim
      RUN passwd -d root
      #   ^^^^^^ password-in-run
      RUN usermod --password x root
      #   ^^^^^^^ password-in-run
    `,
  );

  clean(
    'accounts without one',
    dockerfile`
      FROM debian:13-slim
      RUN passwd --lock root
      RUN useradd -m app
    `,
  );
});
