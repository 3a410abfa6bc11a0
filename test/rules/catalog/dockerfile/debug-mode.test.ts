import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/dockerfile/debug-mode.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('of several frameworks')(dockerfile`
    FROM debian:13
    ENV APP_ENV=dev RAILS_ENV=development
    #           ^^^ debug-mode 💡
    #                         ^^^^^^^^^^^ debug-mode 💡
    ENV JAVA_TOOL_OPTIONS="-agentlib:jdwp=transport=dt_socket,server=y,address=*:5005"
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ debug-mode
  `);

  fix('switches it off')(dockerfile`
      FROM python:3.13
    - ENV FLASK_DEBUG=true
    + ENV FLASK_DEBUG=0
  `);

  clean('elsewhere, and in between')(dockerfile`
    FROM node:24
    ENV NODE_ENV=staging
    RUN NODE_ENV=development npm ci
  `);

  it('leaves it to a person where the build may need packages for development', () => {
    const scope = new Scope([rule], {
      language: 'dockerfile',
      text: 'FROM node:24\nENV NODE_ENV=development\nRUN npm ci && npm run build\n',
    });
    const [finding] = scope.findings;
    assert.ok(finding);
    const [fix] = scope.fixes(finding);
    assert.ok(fix !== undefined && 'edits' in fix && fix.assumes);
  });
});
