import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isComposeName, looksLikeCompose } from '../../../../rules/model/compose/name.ts';

describe('Compose files', () => {
  it('have names of their own', () => {
    const names = [
      'compose.yaml',
      'a/docker-compose.prod.yml',
      'compose.override.yaml',
      'stack.yml',
      'composer.yaml',
      'prod.compose.yml',
      'docker-compose.yml.example',
      'decompose.yaml',
    ];
    assert.deepEqual(names.map(isComposeName), [true, true, true, false, false, true, true, false]);
  });

  it('are known by what they say', () => {
    assert.equal(looksLikeCompose('version: "3.8"\nservices:\n  db:\n    image: postgres:17\nx-a: &a {}\n'), true);
    assert.equal(looksLikeCompose('services:\n  db:\n    build: .\n'), true);
  });

  it('are not what other programs call services', () => {
    // A pipeline, a container of dependency injection, a manifest.
    for (const text of [
      'image: node:24\nservices:\n  - docker:dind\ntest:\n  image: node:24\n',
      'services:\n  App\\Mailer:\n    arguments: []\n',
      'apiVersion: v1\nkind: List\nservices:\n  a:\n    image: x\n',
    ])
      assert.equal(looksLikeCompose(text), false, text);
  });
});
