import rule from '../../../rules/dockerfile/noisy-wget.ts';
import { dockerfile, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'each wget',
    dockerfile`
      FROM debian:13-slim
      RUN apt-get update && wget https://example.com/a
      #                     ^^^^ noisy-wget 💡
    `,
  );

  clean(
    'quiet, or with a log of its own',
    dockerfile`
      FROM debian:13-slim
      RUN wget -nv https://example.com/a
      RUN wget -o /tmp/log https://example.com/a
      RUN wget --append-output=/tmp/log https://example.com/a
      RUN wget -qO- https://example.com/a
      RUN curl https://example.com/a
    `,
  );

  fix(
    'behind the program',
    dockerfile`
      FROM debian:13-slim
      RUN wget https://example.com/a
    `,
    dockerfile`
      FROM debian:13-slim
      RUN wget --progress=dot:giga https://example.com/a
    `,
  );
});
