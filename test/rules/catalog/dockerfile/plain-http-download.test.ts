import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/dockerfile/plain-http-download.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('http and git')(debian`
    ADD http://example.com/a git://example.com/b.git /opt/
    #   ^^^^^^^^^^^^^^^^^^^^ plain-http-download 💡
    #                        ^^^^^^^^^^^^^^^^^^^^^^^ plain-http-download 💡
  `);

  fix('asks for encryption')(dockerfile`
      FROM debian:13-slim
    - ADD http://example.com/a /opt/
    + ADD https://example.com/a /opt/
  `);

  check('what a RUN downloads and unpacks, or makes a program')(debian`
    RUN wget -O a.tgz "http://example.com/a.tgz" && tar xf a.tgz
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ plain-http-download 💡
    RUN curl -o /bin/a http://example.com/a && chmod +x /bin/a
    #                  ^^^^^^^^^^^^^^^^^^^^ plain-http-download 💡
    RUN curl -s http://example.com/a.tgz | tar xz
    #           ^^^^^^^^^^^^^^^^^^^^^^^^ plain-http-download 💡
  `);

  check('what is installed by its address, or from an address in a variable')(dockerfile`
    FROM rockylinux:9
    ARG MIRROR=http://mirror.example.com
    RUN rpm -ivh http://example.com/a.rpm
    #            ^^^^^^^^^^^^^^^^^^^^^^^^ plain-http-download 💡
    RUN dnf install -y http://example.com/a.rpm
    #                  ^^^^^^^^^^^^^^^^^^^^^^^^ plain-http-download 💡
    RUN curl -LO $MIRROR/a.tgz && tar xf a.tgz
    #            ^^^^^^^^^^^^^ plain-http-download
    RUN URL=http://example.com; wget "$URL/a.tgz" && tar xf a.tgz
    #                                ^^^^^^^^^^^^ plain-http-download
  `);

  check('a key that packages are checked with')(debian`
    RUN wget -qO - http://example.com/key.asc | apt-key add -
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^^ plain-http-download "Trusts a key that can be changed on the way from example.com"
    RUN curl -s http://example.com/key.asc | gpg --dearmor -o /usr/share/keyrings/a.gpg
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^ plain-http-download "Trusts a key"
    RUN curl -o /etc/apt/trusted.gpg.d/a.asc http://example.com/key.asc
    #                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ plain-http-download "Trusts a key"
    RUN rpm --import http://example.com/key.asc
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^ plain-http-download "Trusts a key"
    RUN apt-key adv --fetch-keys http://example.com/key.asc
    #                            ^^^^^^^^^^^^^^^^^^^^^^^^^^ plain-http-download "Trusts a key"
  `);

  clean('keys by https or by their fingerprints; an address in a variable that is encrypted')(dockerfile`
    FROM rockylinux:9
    ARG MIRROR=https://mirror.example.com
    RUN rpm --import https://example.com/key.asc
    RUN apt-key adv --keyserver hkp://keyserver.ubuntu.com:80 --recv-keys 0123456789ABCDEF
    RUN curl -LO $MIRROR/a.tgz && tar xf a.tgz
    RUN wget http://example.com/a.rpm && rpm -K a.rpm && rpm -i a.rpm
  `);

  clean('what is compared, is of a private server, or is no more than data')(debian`
    RUN wget http://example.com/a.tgz && echo "24454f83  a.tgz" | sha256sum -c && tar xf a.tgz
    RUN wget http://localhost:8080/a.tgz && tar xf a.tgz
    RUN wget http://example.com/a.json
  `);

  fix('asks for encryption within quotes')(dockerfile`
      FROM debian:13-slim
    - RUN wget -O a.tgz "http://example.com/a.tgz" && tar xf a.tgz
    + RUN wget -O a.tgz "https://example.com/a.tgz" && tar xf a.tgz
  `);

  clean('files of the context')(debian`
    ADD http.tar /opt/
    COPY http:/a /b
  `);

  it('leaves it to a person where the server is a private one, or has a port of its own', () => {
    for (const url of ['http://files.internal/a', 'http://files.example.com:8080/a']) {
      const scope = new Scope([rule], { language: 'dockerfile', text: `FROM debian:13-slim\nADD ${url} /a\n` });
      const [finding] = scope.findings;
      assert.ok(finding);
      const [fix] = scope.fixes(finding);
      assert.ok(fix !== undefined && 'edits' in fix && fix.assumes, url);
    }
  });
});
