import rule from '../../../rules/dockerfile/sudo-in-run.ts';
import { dockerfile, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check(
    'behind any operator, in heredocs, by its path (trivy DS-0010 splits at && alone)',
    dockerfile`
      FROM debian:13
      RUN true; sudo make
      #         ^^^^ sudo-in-run 💡
      RUN <<EOF
      set -e
      /usr/bin/sudo make install
      #<------------ sudo-in-run 💡
      EOF
    `,
  );

  clean(
    'its name as a word of another command',
    dockerfile`
      FROM debian:13
      RUN apt-get install -y sudo && echo sudo && visudo -c
    `,
  );

  fix(
    'calls the command directly',
    dockerfile`
      FROM debian:13
      RUN apt-get update && \
          sudo apt-get install -y git
    `,
    dockerfile`
      FROM debian:13
      RUN apt-get update && \
          apt-get install -y git
    `,
  );

  refuses(
    'where RUN is not root',
    dockerfile`
      FROM debian:13
      USER app
      RUN sudo make
    `,
    /another user/,
  );
});
