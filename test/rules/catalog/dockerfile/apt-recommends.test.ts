import rule from '../../../../rules/catalog/dockerfile/apt-recommends.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('each install')(debian`
    RUN apt-get update && apt-get -y install curl && apt-get install -t trixie-backports git
    #                                ^^^^^^^ apt-recommends 💡
    #                                                        ^^^^^^^ apt-recommends 💡
  `);

  clean('by flag or option')(debian`
    RUN apt-get install --no-install-recommends -y curl ca-certificates
    RUN apt-get -o APT::Install-Recommends=0 install curl
    RUN apt-get update && echo install
  `);

  fix('behind the verb')(dockerfile`
      FROM debian:13-slim
    - RUN apt-get install -y curl
    + RUN apt-get install --no-install-recommends -y curl ca-certificates
  `);

  fix('naming what the programs do not work without')(
    {
      language: 'dockerfile',
      text: 'FROM debian:13-slim\nRUN apt-get update && apt-get install -y curl=8.14.1-2 gcc git\n',
    },
    {
      language: 'dockerfile',
      text: 'FROM debian:13-slim\nRUN apt-get update && apt-get install --no-install-recommends -y curl=8.14.1-2 ca-certificates gcc libc6-dev git\n',
    },
  );

  fix('what is there already is not named again')(
    {
      language: 'dockerfile',
      text: 'FROM debian:13-slim\nRUN apt-get update && apt-get install --no-install-recommends -y ca-certificates\nRUN apt-get update && apt-get install -y curl cmake build-essential\n',
    },
    {
      language: 'dockerfile',
      text: 'FROM debian:13-slim\nRUN apt-get update && apt-get install --no-install-recommends -y ca-certificates\nRUN apt-get update && apt-get install --no-install-recommends -y curl cmake build-essential\n',
    },
  );

  clean('where the configuration says so')(debian`
    RUN echo 'APT::Install-Recommends "false";' > /etc/apt/apt.conf.d/99lean
    RUN apt-get update && apt-get install -y curl
  `);

  clean('decided by a configuration that is copied')(debian`
    COPY apt.conf /etc/apt/apt.conf
    RUN apt-get install -y curl
  `);

  check('a configuration that comes later')(debian`
    RUN apt-get install -y curl
    #           ^^^^^^^ apt-recommends 💡
    COPY 99norecommends /etc/apt/apt.conf.d/
  `);
});
