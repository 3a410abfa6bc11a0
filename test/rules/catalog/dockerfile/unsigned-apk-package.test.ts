import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/dockerfile/unsigned-apk-package.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('the option')(dockerfile`
    FROM alpine:3.22
    RUN apk add --allow-untrusted a
    #           ^^^^^^^^^^^^^^^^^ unsigned-apk-package 💡
  `);

  clean('the word elsewhere')(dockerfile`
    FROM alpine:3.22
    RUN apk add a && echo --allow-untrusted
  `);

  fix('without the option')(dockerfile`
      FROM alpine:3.22
    - RUN apk add --allow-untrusted ./a.apk
    + RUN apk add ./a.apk
  `);

  it('leaves a package of no repository to a person', () => {
    const scope = new Scope([rule], {
      language: 'dockerfile',
      text: 'FROM alpine:3.22\nRUN apk add --no-cache --allow-untrusted ./a.apk\n',
    });
    const [finding] = scope.findings;
    assert.ok(finding);
    const [fix] = scope.fixes(finding);
    assert.ok(fix !== undefined && 'edits' in fix && fix.assumes);
  });
});
