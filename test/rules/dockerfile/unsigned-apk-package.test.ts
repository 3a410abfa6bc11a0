import rule from '../../../rules/dockerfile/unsigned-apk-package.ts';
import { dockerfile, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the option',
    dockerfile`
      FROM alpine:3.22
      RUN apk add --allow-untrusted a
      #           ^^^^^^^^^^^^^^^^^ unsigned-apk-package 💡
    `,
  );

  clean(
    'the word elsewhere',
    dockerfile`
      FROM alpine:3.22
      RUN apk add a && echo --allow-untrusted
    `,
  );

  fix(
    'without the option',
    dockerfile`
      FROM alpine:3.22
      RUN apk add --allow-untrusted ./a.apk
    `,
    dockerfile`
      FROM alpine:3.22
      RUN apk add ./a.apk
    `,
  );
});
