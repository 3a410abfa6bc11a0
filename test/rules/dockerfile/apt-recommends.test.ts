import rule from '../../../rules/dockerfile/apt-recommends.ts';
import { dockerfile, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'each install',
    dockerfile`
      FROM debian:13-slim
      RUN apt-get update && apt-get -y install curl && apt-get install -t trixie-backports git
      #                                ^^^^^^^ apt-recommends 💡
      #                                                        ^^^^^^^ apt-recommends 💡
    `,
  );

  clean(
    'by flag or option',
    dockerfile`
      FROM debian:13-slim
      RUN apt-get install --no-install-recommends -y curl
      RUN apt-get -o APT::Install-Recommends=0 install curl
      RUN apt-get update && echo install
    `,
  );

  fix(
    'behind the verb',
    dockerfile`
      FROM debian:13-slim
      RUN apt-get install -y curl
    `,
    dockerfile`
      FROM debian:13-slim
      RUN apt-get install --no-install-recommends -y curl
    `,
  );
});
