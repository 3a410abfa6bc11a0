import rule from '../../../rules/dockerfile/apt-in-script.ts';
import { dockerfile, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the program',
    dockerfile`
      FROM debian:13-slim
      RUN apt-get update && apt install -y curl
      #                     ^^^ apt-in-script 💡
      RUN apt list
      #   ^^^ apt-in-script
    `,
  );

  clean(
    'apt-get, and apt as a word',
    dockerfile`
      FROM debian:13-slim
      RUN apt-get install apt
      RUN echo apt update
    `,
  );

  fix(
    'by apt-get',
    dockerfile`
      FROM debian:13-slim
      RUN apt install -y curl
    `,
    dockerfile`
      FROM debian:13-slim
      RUN apt-get install -y curl
    `,
  );

  fix(
    'by apt-cache',
    dockerfile`
      FROM debian:13-slim
      RUN apt search x
    `,
    dockerfile`
      FROM debian:13-slim
      RUN apt-cache search x
    `,
  );
});
