import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasServices, isComposeName, isTopLevelKey, looksLikeCompose } from '../../../../rules/model/compose/name.ts';

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

  it('may be of the first format, without services', () => {
    assert.equal(hasServices('web:\n  image: nginx\n  privileged: true\n'), true);
    assert.equal(hasServices('services:\n'), true);
    for (const text of ['x-web: &web\n  image: nginx\n', 'volumes:\n  data:\n', 'include:\n  - a.yaml\n'])
      assert.equal(hasServices(text), false, text);
    assert.deepEqual(['x-web', 'version', 'web'].map(isTopLevelKey), [true, true, false]);
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
