import assert from 'node:assert/strict';
import { it } from 'node:test';
import { withoutCredentials } from '../../../rules/text/credentials.ts';

it('takes names and passwords out of addresses', () => {
  for (const [text, shown] of [
    ['Image https://user:hunter2@registry.example.com/web:1 is', 'Image https://***@registry.example.com/web:1 is'],
    ['user:hunter2@registry.example.com/web', '***@registry.example.com/web'],
    ['"user:hun@ter2@registry.example.com/web"', '"***@registry.example.com/web"'],
    ['(user:hunter2@registry.example.com/web@sha256:12ab)', '(***@registry.example.com/web@sha256:12ab)'],
    ['https://user:hun/ter2@registry.example.com', 'https://***@registry.example.com'],
    ['https://:token@example.com, https://user:@example.com', 'https://***@example.com, https://***@example.com'],
    ['https://ghp_0123456789@github.com/x/y', 'https://***@github.com/x/y'],
    ['git+https://token@github.com/x/y@v1', 'git+https://***@github.com/x/y@v1'],
    ['https://user:hunter2@github.com/x/y@v1', 'https://***@v1'],
  ] as const)
    assert.equal(withoutCredentials(text), shown);
});

it('leaves what only looks like it', () => {
  for (const text of [
    'registry.example.com:5000/web:1@sha256:12ab',
    'nginx:1.29@sha512:12ab',
    'git@github.com:org/repository',
    'https://host:8443/@scope/package',
    'https://host/@scope/package',
    'ssh://git@github.com/org/repository',
    'git+ssh://git@github.com/org/repository',
    'npm install @scope/package',
    'mail to somebody@example.com: now',
    '@',
  ])
    assert.equal(withoutCredentials(text), text);
});

it('reads long texts at once', () => {
  for (const part of ['@', 'a:', ':@', '://', 'x@sha256:', ' @'])
    assert.ok(withoutCredentials(part.repeat(200_000)).length > 0);
});
