import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/dockerfile/unverified-download.ts';
import { debian, testRule } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';

testRule(rule, ({ check, clean }) => {
  check('unpacked from a pipe, and made a program')(debian`
    RUN curl -fsSL https://example.com/a.tgz | tar xz
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^ unverified-download
    RUN wget https://example.com/b && chmod 755 b
    #        ^^^^^^^^^^^^^^^^^^^^^ unverified-download
  `);

  clean('checked in any way')(debian`
    RUN curl -fsSLO https://example.com/a.tgz && gpg --verify a.sig a.tgz && tar xzf a.tgz
  `);

  clean('run, which another rule says')(debian`RUN wget https://example.com/b && chmod 755 b && ./b`);

  check('a checksum that is compared with nothing')(debian`
    RUN wget https://example.com/b.tgz && sha256sum b.tgz && tar xf b.tgz
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^ unverified-download
  `);

  check('what is another file with each release')(debian`
    ARG URL=https://example.com/tool/releases/latest/download/tool.tar.gz
    RUN wget -O /usr/bin/a https://example.com/tool/releases/latest/download/a && chmod +x /usr/bin/a
    #                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified-download "Uses what example.com has last"
    RUN curl -L \${URL} | tar xz
    #           ^^^^^^ unverified-download "Uses what example.com has last"
  `);

  check('what is downloaded by a version that a text has, and not that text')(debian`
    RUN V=$(curl -s https://example.com/releases/latest/v.json | jq -r .v) && curl -Lo /usr/bin/a https://example.com/a-\${V} && chmod 755 /usr/bin/a
    #                                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified-download "Uses what example.com has last"
    RUN curl -s https://example.com/latest/list | grep linux | cut -d' ' -f2 && chmod 755 /usr/bin/a
    RUN curl -s https://example.com/latest/a | sed s/x/y/ > /usr/bin/a && chmod 755 /usr/bin/a
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified-download
    RUN sh -c 'curl -L https://example.com/latest/a.tgz | tar xz'
    #                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified-download
  `);
});

it('a version in the address is told to those who are strict', () => {
  const of = (path: string, profile: 'recommended' | 'strict'): boolean =>
    found(
      'Dockerfile',
      `FROM debian:13-slim\nRUN curl -L https://example.com/${path} | tar xz\nUSER 1000\n`,
      profile,
    ).includes('unverified-download');
  assert.equal(of('v1.2.0/a.tgz', 'recommended'), false);
  assert.equal(of('v1.2.0/a.tgz', 'strict'), true);
  assert.equal(of('latest/a.tgz', 'recommended'), true);
  assert.equal(of('update/develop/updatefile?version=1', 'recommended'), true);
});

it('an archive without a version in its address counts in what is shipped', () => {
  const of = (lines: string): boolean =>
    found('Dockerfile', `FROM debian:13-slim\n${lines}\nUSER 1000\n`).includes('unverified-download');
  assert.equal(of('RUN curl -L https://example.com/tool.tgz | tar xz'), true);
  assert.equal(of('RUN curl -Lo t.zip https://example.com/tool.zip && unzip t.zip'), true);
  assert.equal(of('ARG V\nRUN curl -L "https://example.com/tool-$V.tgz" | tar xz'), false);
  assert.equal(of('RUN curl -L https://example.com/tool-20260102.tgz | tar xz'), false);
  assert.equal(of('RUN curl -L https://example.com/tool.tgz | tar xz\nFROM debian:13-slim'), false);
});
