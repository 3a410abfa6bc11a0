import rule from '../../../rules/dockerfile/disabled-tls-check.ts';
import { dockerfile, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'flags, alone and bundled',
    dockerfile`
      FROM debian:13-slim
      RUN curl -fsSLk https://example.com && wget --no-check-certificate https://example.com
      #        ^^^^^^ disabled-tls-check 💡 "curl -fsSLk"
      #                                           ^^^^^^^^^^^^^^^^^^^^^^ disabled-tls-check 💡
      RUN pip install --trusted-host pypi.example.com shop
      #               ^^^^^^^^^^^^^^ disabled-tls-check 💡 "pypi.example.com"
    `,
  );

  check(
    'settings and variables',
    dockerfile`
      FROM node:24-slim
      ENV NODE_TLS_REJECT_UNAUTHORIZED="0"
      #                                ^^^ disabled-tls-check
      RUN npm config set strict-ssl false
      #                  ^^^^^^^^^^ disabled-tls-check
      RUN git config --global http.sslVerify false && GIT_SSL_NO_VERIFY=1 git clone https://example.com/x
      #                       ^^^^^^^^^^^^^^ disabled-tls-check
      #                                               ^^^^^^^^^^^^^^^^^^^ disabled-tls-check
    `,
  );

  clean(
    'what only looks alike',
    dockerfile`
      FROM debian:13-slim
      ENV GIT_SSL_NO_VERIFY=0 NODE_TLS_REJECT_UNAUTHORIZED=1
      RUN curl -o k https://example.com && curl --okay https://example.com
      RUN npm config set strict-ssl true && echo "curl -k"
    `,
  );

  fix(
    'takes one letter from a bundle',
    dockerfile`
      FROM debian:13-slim
      RUN curl -fsSLk https://example.com -o x
    `,
    dockerfile`
      FROM debian:13-slim
      RUN curl -fsSL https://example.com -o x
    `,
  );

  fix(
    'takes the word with its blanks',
    dockerfile`
      FROM debian:13-slim
      RUN wget \
            --no-check-certificate https://example.com
    `,
    dockerfile`
      FROM debian:13-slim
      RUN wget \
            https://example.com
    `,
  );
});
