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
