import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isPlatform, referenceProblem } from '../../../server/scanners/reference.ts';

it('a well formed reference is handed on', () => {
  for (const text of [
    'nginx',
    'docker.io/library/nginx:1.29',
    `localhost:5000/a/b@sha256:${'a'.repeat(64)}`,
    '[::1]:5000/a',
  ])
    assert.equal(referenceProblem(text), undefined, text);
});

it('what is an option, a path, a source or a command is not', () => {
  for (const text of [
    '-x',
    '--config=/etc/x',
    '',
    ' nginx',
    'nginx --help',
    'a\nb',
    'a;b',
    '$(a)',
    '/etc',
    '../a',
    'dir:/etc',
    'Nginx',
    'a@sha256:1',
  ])
    assert.notEqual(referenceProblem(text), undefined, text);
});

it('so it is with platforms', () => {
  for (const text of ['linux/amd64', 'linux/arm64/v8', 'windows/amd64']) assert.ok(isPlatform(text), text);
  for (const text of ['', '-a/b', 'linux', 'linux/amd64 --x', '$BUILDPLATFORM']) assert.ok(!isPlatform(text), text);
});
