import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { baseImageOf, slimTagOf } from '../../../../rules/model/image/base.ts';
import { fullName, parseImageReference } from '../../../../rules/model/image/reference.ts';

const digest = `sha256:${'0'.repeat(64)}`;

describe('references', () => {
  const parts: readonly (readonly [text: string, name: string, tag: string | undefined, digest: string | undefined])[] =
    [
      ['nginx', 'docker.io/library/nginx', undefined, undefined],
      ['nginx:1.29', 'docker.io/library/nginx', '1.29', undefined],
      ['bitnami/redis:8', 'docker.io/bitnami/redis', '8', undefined],
      ['registry.example.com:5000/app', 'registry.example.com:5000/app', undefined, undefined],
      ['registry.example.com:5000/app:1', 'registry.example.com:5000/app', '1', undefined],
      ['localhost/app', 'localhost/app', undefined, undefined],
      ['localhost:5000/a/b:c', 'localhost:5000/a/b', 'c', undefined],
      ['[::1]:5000/app:1', '[::1]:5000/app', '1', undefined],
      [`nginx:1@${digest}`, 'docker.io/library/nginx', '1', digest],
      [`reg.io:1/a@${digest}`, 'reg.io:1/a', undefined, digest],
      ['index.docker.io/library/nginx', 'docker.io/library/nginx', undefined, undefined],
    ];
  for (const [text, name, tag, hash] of parts) {
    it(text, () => {
      const reference = parseImageReference(text);
      assert.deepEqual(
        [fullName(reference), reference.tag, reference.digest, reference.problem],
        [name, tag, hash, undefined],
      );
    });
  }

  const wrong: readonly (readonly [string, RegExp])[] = [
    ['Nginx', /capital letters/],
    ['', /names no image/],
    ['nginx:', /not a tag/],
    ['a//b', /no image name/],
    ['nginx:ta g', /not a tag/],
    ['nginx@sha256:abc', /digest is malformed/],
    ['a'.repeat(300), /longer than 255/],
    ['0'.repeat(64), /image id/],
    ['-x', /no image name/],
  ];
  for (const [text, reason] of wrong)
    it(`${text.slice(0, 20) || '(nothing)'} is refused`, () =>
      assert.match(parseImageReference(text).problem ?? '', reason));

  it('know where their parts are', () => {
    const { spans, text } = parseImageReference(`reg.io:1/a:2@${digest}`);
    assert.deepEqual(
      [spans.name, spans.tag, spans.digest].map((span) => text.slice(span?.start, span?.end)),
      ['reg.io:1/a', '2', digest],
    );
  });
});

describe('base images', () => {
  const user = (text: string): string => baseImageOf(parseImageReference(text)).user;
  it('are root, somebody else, or unknown', () => {
    assert.deepEqual(['debian:13', 'node:24-alpine', 'gcr.io/distroless/static', 'nginx'].map(user), [
      'root',
      'root',
      'root',
      'root',
    ]);
    assert.deepEqual(
      [
        'gcr.io/distroless/static:nonroot',
        'cgr.dev/chainguard/node:latest',
        'nginxinc/nginx-unprivileged:1.28',
        'mcr.microsoft.com/dotnet/aspnet:9.0-noble-chiseled',
      ].map(user),
      ['non-root', 'non-root', 'non-root', 'non-root'],
    );
    assert.deepEqual(['cgr.dev/chainguard/node:latest-dev', 'registry.example.com/node:24', 'someone/node'].map(user), [
      'unknown',
      'unknown',
      'unknown',
    ]);
    assert.equal(user('postgres:17'), 'drops');
    assert.equal(user(`gcr.io/distroless/static@${digest}`), 'unknown', 'a digest may be that of the nonroot variant');
  });

  it('have slim siblings', () => {
    const slim = (text: string): string | undefined => slimTagOf(parseImageReference(text));
    assert.deepEqual(['node:24', 'python:3.13-bookworm', 'debian:trixie'].map(slim), [
      '24-slim',
      '3.13-slim-bookworm',
      'trixie-slim',
    ]);
    assert.deepEqual(['node:24-slim', 'node:24-alpine', 'node', 'golang:1.25', 'example.com/node:24'].map(slim), [
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
