import rule from '../../../rules/dockerfile/plain-http-download.ts';
import { dockerfile, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'http and git',
    dockerfile`
      FROM debian:13-slim
      ADD http://example.com/a git://example.com/b.git /opt/
      #   ^^^^^^^^^^^^^^^^^^^^ plain-http-download 💡
      #                        ^^^^^^^^^^^^^^^^^^^^^^^ plain-http-download 💡
    `,
  );

  fix(
    'asks for encryption',
    dockerfile`
      FROM debian:13-slim
      ADD http://example.com/a /opt/
    `,
    dockerfile`
      FROM debian:13-slim
      ADD https://example.com/a /opt/
    `,
  );

  clean(
    'files of the context',
    dockerfile`
      FROM debian:13-slim
      ADD http.tar /opt/
      COPY http:/a /b
    `,
  );
});
