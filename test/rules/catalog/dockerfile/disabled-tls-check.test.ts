import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/dockerfile/disabled-tls-check.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('flags, alone and bundled')(debian`
    RUN curl -fsSLk https://example.com && wget --no-check-certificate https://example.com
    #        ^^^^^^ disabled-tls-check 💡 "curl -fsSLk"
    #                                           ^^^^^^^^^^^^^^^^^^^^^^ disabled-tls-check 💡
    RUN pip install --trusted-host pypi.example.com shop
    #               ^^^^^^^^^^^^^^ disabled-tls-check 💡 "pypi.example.com"
  `);

  check('settings and variables')(dockerfile`
    FROM node:24-slim
    ENV NODE_TLS_REJECT_UNAUTHORIZED="0"
    #                                ^^^ disabled-tls-check 💡
    RUN npm config set strict-ssl false
    #                  ^^^^^^^^^^ disabled-tls-check 💡
    RUN git config --global http.sslVerify false && GIT_SSL_NO_VERIFY=1 git clone https://example.com/x
    #                       ^^^^^^^^^^^^^^ disabled-tls-check 💡
    #                                               ^^^^^^^^^^^^^^^^^^^ disabled-tls-check 💡
  `);

  clean('what only looks alike')(debian`
    ENV NODE_TLS_REJECT_UNAUTHORIZED=1
    RUN curl -o k https://example.com && curl --okay https://example.com
    RUN npm config set strict-ssl true && echo "curl -k"
  `);

  fix('takes one letter from a bundle')(dockerfile`
      FROM debian:13-slim
    - RUN curl -fsSLk https://example.com -o x
    + RUN curl -fsSL https://example.com -o x
  `);

  fix('adds the package of the authorities, where the same RUN installs others')(dockerfile`
      FROM debian:13-slim
    - RUN apt-get update && apt-get install -y --no-install-recommends curl && curl -k https://example.com -o x
    + RUN apt-get update && apt-get install -y --no-install-recommends curl ca-certificates && curl https://example.com -o x
  `);

  it('assumes the authorities where nothing brings them', () => {
    const title = (...lines: readonly string[]): string => {
      const scope = new Scope([rule], { language: 'dockerfile', text: `${lines.join('\n')}\n` });
      return scope.findings
        .flatMap((finding) => scope.fixes(finding).map((fix) => ('title' in fix ? fix.title : '')))
        .join();
    };
    const bare = 'RUN apt-get update && apt-get install -y --no-install-recommends curl';
    const get = 'RUN curl -k https://example.com -o x';
    const wget = 'RUN wget --no-check-certificate https://example.com';
    const lacking = /if the image holds the authorities/;
    assert.match(title('FROM debian:13-slim', bare, get), lacking);
    assert.match(title('FROM mhart/alpine-node:6.3.0', 'RUN apk add wget', wget), lacking);
    assert.match(title('FROM ubuntu:24.04', 'RUN apt-get -o Acquire::https::Verify-Peer=false update'), lacking);
    for (const lines of [
      ['FROM debian:13-slim', `${bare} ca-certificates`, get],
      ['FROM debian:13-slim', 'RUN apt-get update && apt-get install -y curl', get],
      ['FROM debian:13-slim AS base', `${bare} ca-certificates`, 'FROM base', get],
      ['FROM alpine:3.24', wget],
      ['FROM alpine:3.10', 'RUN apk add curl', get],
      ['FROM python:3.14-slim', bare, get],
      ['FROM registry.example.com/tools:1', get],
    ]) {
      assert.notEqual(title(...lines), '');
      assert.doesNotMatch(title(...lines), /authorities|ca-certificates/);
    }
  });

  fix('takes the word with its blanks')(
    debian`
      RUN wget \
            --no-check-certificate https://example.com
    `,
    debian`
      RUN wget \
            https://example.com
    `,
  );

  fix('a word at the end, with the continuation above it')(
    { language: 'dockerfile', text: 'FROM debian:13-slim\nRUN curl https://example.com \\\n      -k\nUSER 1000\n' },
    { language: 'dockerfile', text: 'FROM debian:13-slim\nRUN curl https://example.com\nUSER 1000\n' },
  );

  fix('a word with its line')(
    { language: 'dockerfile', text: 'FROM debian:13-slim\nRUN curl \\\n      -k \\\n      https://example.com\n' },
    { language: 'dockerfile', text: 'FROM debian:13-slim\nRUN curl \\\n      https://example.com\n' },
  );

  refuses(
    'an index without encryption',
    /without encryption/,
  )({
    language: 'dockerfile',
    text: 'FROM python:3.13\nENV PIP_INDEX_URL=http://pypi.example.com/simple\nRUN pip install --trusted-host pypi.example.com shop\n',
  });

  for (const command of [
    'curl -k https://artifacts.internal/tool',
    'curl -k https://10.0.0.7/tool',
    'wget --no-check-certificate https://build:8443/tool',
    'pip install --trusted-host pypi.corp shop',
  ])
    it(`a person decides about a host of one's own: ${command}`, () => {
      const scope = new Scope([rule], { language: 'dockerfile', text: `FROM debian:13-slim\nRUN ${command}\n` });
      const [finding] = scope.findings;
      assert.ok(finding);
      const [fix] = scope.fixes(finding);
      assert.ok(fix !== undefined && 'edits' in fix && fix.assumes);
      assert.match(fix.title, /\(if the image knows the authority of \S+\)$/);
    });

  it('is no safe fix: a build against a host of its own would break', () => assert.equal(rule.fix, 'review'));

  for (const [before, after] of [
    ['RUN npm config set strict-ssl false', 'RUN npm config set strict-ssl true'],
    ['RUN yarn config set strict-ssl "false" -g', 'RUN yarn config set strict-ssl true -g'],
    ['RUN npm install --strict-ssl=false', 'RUN npm install --strict-ssl=true'],
    ['RUN git config --global http.sslVerify false', 'RUN git config --global http.sslVerify true'],
    ['RUN git -c http.sslVerify=false clone x', 'RUN git -c http.sslVerify=true clone x'],
    ['RUN GIT_SSL_NO_VERIFY=1 git clone x', 'RUN git clone x'],
    ['RUN export A=1 GIT_SSL_NO_VERIFY=1 && git clone x', 'RUN export A=1 && git clone x'],
    ['RUN apt-get -o Acquire::https::Verify-Peer=false update', 'RUN apt-get update'],
    ['RUN dnf install -y --setopt sslverify=0 a', 'RUN dnf install -y a'],
    ['RUN yum install -y --setopt=sslverify=0 a', 'RUN yum install -y a'],
    ['ENV A=1 PYTHONHTTPSVERIFY=0 B=2', 'ENV A=1 B=2'],
  ] as const)
    fix(before)(
      { language: 'dockerfile', text: `FROM debian:13-slim\n${before}\n` },
      { language: 'dockerfile', text: `FROM debian:13-slim\n${after}\n` },
    );

  fix('an instruction with what speaks of it')(dockerfile`
      FROM node:24-slim
      ENV A=1

    - # the proxy has a certificate of its own
    - ENV NODE_TLS_REJECT_UNAUTHORIZED=0
    -
      USER node
  `);

  for (const lines of [
    'RUN export GIT_SSL_NO_VERIFY=1 && git clone x',
    'RUN GIT_SSL_NO_VERIFY=1; git clone x',
    'ARG PIP_TRUSTED_HOST=a.example.com\nRUN pip config set global.trusted-host $PIP_TRUSTED_HOST',
    'RUN ["curl", "-k", "https://example.com"]',
  ])
    refuses(
      `what is left would mean something else: ${lines}`,
      /by hand/,
    )({ language: 'dockerfile', text: `FROM debian:13-slim\n${lines}\n` });

  check("any value of Git's variable, and a setting of pip")(debian`
    ENV GIT_SSL_NO_VERIFY=0
    #                     ^ disabled-tls-check 💡
    RUN pip config set global.trusted-host pypi.org
    #                  ^^^^^^^^^^^^^^^^^^^ disabled-tls-check "pypi.org"
  `);

  clean('a package that is called like a setting')(dockerfile`
    FROM node:24-slim
    RUN npm install strict-ssl false
  `);

  check('in files that are written')(debian`
    RUN echo "check_certificate = off" >> /root/.wgetrc
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^ disabled-tls-check "Disables certificate checks: wget checks no certificates."
    RUN echo insecure >> ~/.curlrc
    #        ^^^^^^^^ disabled-tls-check
    RUN printf '[global]\ntrusted-host = pypi.example.com\n' > /etc/pip.conf
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ disabled-tls-check
    RUN echo 'Acquire::https::Verify-Peer "false";' > /etc/apt/apt.conf.d/99insecure
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ disabled-tls-check
    COPY <<EOF /etc/docker/daemon.json
    {"insecure-registries": ["registry.example.com:5000"]}
    #^^^^^^^^^^^^^^^^^^^^^^^^^ disabled-tls-check "Disables certificate checks: Docker takes images without TLS."
    EOF
    RUN sed -i 's/sslverify=1/sslverify=0/' /etc/yum.conf
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ disabled-tls-check
  `);

  clean('files that have it checked')(debian`
    RUN echo "check_certificate = on" >> /root/.wgetrc && echo insecure >> /notes.txt
    RUN sed -i 's/sslverify=0/sslverify=1/' /etc/yum.conf
    COPY <<EOF /root/.npmrc
    # strict-ssl=false
    strict-ssl=true
    EOF
  `);
});
