import rule from '../../../rules/dockerfile/add-for-local-file.ts';
import { dockerfile, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'files and folders of the context',
    dockerfile`
      FROM debian:13-slim
      ADD . /app
      #<-- add-for-local-file 💡
      ADD ["a b", "/c"]
      #<-- add-for-local-file 💡
    `,
  );

  clean(
    'what only ADD can do (checkov CKV_DOCKER_4 flags every ADD)',
    dockerfile`
      FROM debian:13-slim
      ADD rootfs.tar.gz /
      ADD https://example.com/x /x
      ADD git@github.com:example/x.git /x
      ADD --unpack=true bundle /x
    `,
  );

  clean(
    'a source that only the build knows',
    dockerfile`
      FROM debian:13-slim
      ARG SOURCE
      ADD $SOURCE /x
    `,
  );

  fix(
    'keeps flags and the case of the keyword',
    dockerfile`
      FROM debian:13-slim
      add --chown=1:1 a /b
    `,
    dockerfile`
      FROM debian:13-slim
      copy --chown=1:1 a /b
    `,
  );
});
