import rule from '../../../rules/dockerfile/relative-workdir.ts';
import { dockerfile, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'no directory above it',
    dockerfile`
      FROM debian:13-slim
      WORKDIR app
      #       ^^^ relative-workdir 💡
    `,
  );

  clean(
    'absolute, or relative to what the file states',
    dockerfile`
      FROM debian:13-slim
      WORKDIR /srv
      WORKDIR app
      WORKDIR 'C:\\app'
      WORKDIR "/usr/local"
    `,
  );

  fix(
    'from the root',
    dockerfile`
      FROM debian:13-slim
      WORKDIR app/bin
    `,
    dockerfile`
      FROM debian:13-slim
      WORKDIR /app/bin
    `,
  );
});
