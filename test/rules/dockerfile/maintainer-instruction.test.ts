import rule from '../../../rules/dockerfile/maintainer-instruction.ts';
import { dockerfile, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the instruction',
    dockerfile`
      FROM debian:13-slim
      MAINTAINER Jane "the boss"
      #<--------- maintainer-instruction
    `,
  );

  clean(
    'labels',
    dockerfile`
      FROM debian:13-slim
      LABEL maintainer="jane@example.com"
      # MAINTAINER jane
    `,
  );

  fix(
    'with the same name',
    dockerfile`
      FROM debian:13-slim
      MAINTAINER Jane <jane@example.com>
    `,
    dockerfile`
      FROM debian:13-slim
      LABEL org.opencontainers.image.authors="Jane <jane@example.com>"
    `,
  );
});
