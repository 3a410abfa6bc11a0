import rule from '../../../rules/dockerfile/invalid-label-key.ts';
import { dockerfile, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'each wrong key',
    dockerfile`
      FROM debian:13-slim
      LABEL a="1" -b="2"
      #           ^^ invalid-label-key
      LABEL 1c="3"
      #     ^^ invalid-label-key
    `,
  );

  clean(
    'names of every good form',
    dockerfile`
      FROM debian:13-slim
      LABEL org.valid-key.label3="foo" "quoted.key"=x
      LABEL $K=v
    `,
  );
});
