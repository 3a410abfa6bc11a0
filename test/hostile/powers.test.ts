/**
 * What the sources can do at all, so that no content of a workspace can make them do more; that SECURITY.md promises what is tested; and what the
 * workflows run.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { root } from '../../tools/root.ts';

const sources = ['client', 'server', 'rules'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
);
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const importing = (modules: RegExp): string[] =>
  sources.filter((path) =>
    [...read(path).matchAll(/\b(?:from|import|require\()\s*\(?'([^']+)'/g)].some(([, from = '']) => modules.test(from)),
  );

it('nothing opens a connection or runs a text, and two files start a program: Git, and what was asked for about an image', () => {
  assert.ok(sources.length > 500);
  assert.deepEqual(
    importing(/^(?:node:)?(?:cluster|dgram|dns|http|http2|https|inspector|net|tls|vm|wasi|worker_threads)(?:\/|$)/),
    [],
  );
  assert.deepEqual(importing(/^(?:node:)?child_process(?:\/|$)/), ['server/host/git.ts', 'server/host/run-program.ts']);
  const started = [...read('server/host/git.ts').matchAll(/(?<![.\w])(?:execFile|spawn|exec|fork|\w+Sync)\(([^,]+),/g)];
  assert.deepEqual(
    started.map(([, program]) => program),
    ["'git'", "'git'"],
  );
  assert.doesNotMatch(read('server/host/run-program.ts'), /\bshell: (?!false)|\b(?:exec|execFile|fork)\(/);
  // Who may ask for it: scans and verifications of images, which run when somebody asked for one.
  assert.deepEqual(importing(/\/run-program\.ts$/), [
    'server/host/image-scans.ts',
    'server/host/image-verifications.ts',
  ]);
  assert.deepEqual(importing(/host\/image-verifications\.ts$/), [
    'server/cli/image-verify.ts',
    'server/lsp/host.ts',
    'server/lsp/image-signatures.ts',
    'server/lsp/node.ts',
  ]);
  assert.deepEqual(importing(/host\/image-scans\.ts$/), [
    'server/cli/image-scan.ts',
    'server/lsp/host.ts',
    'server/lsp/image-results.ts',
    'server/lsp/node.ts',
  ]);
  for (const path of sources)
    assert.doesNotMatch(
      read(path),
      /(?<![.\w])(?:fetch|eval|WebSocket|XMLHttpRequest|EventSource)\(|\bnew Function\b/,
      path,
    );
});

it('one file reads the disk, one writes it, and one keeps what is our own', () =>
  assert.deepEqual(importing(/^(?:node:)?fs(?:\/|$)/), [
    // The list of paths that a person gives, which may be standard input.
    'server/cli/options.ts',
    'server/host/node-files.ts',
    // The user's cache folder, and temporary folders.
    'server/host/own-folder.ts',
    'server/host/write.ts',
  ]));

it('every promise of SECURITY.md has the test that it names', () => {
  const named = [...read('SECURITY.md').matchAll(/\[`(test\/[^`]+)`\]\([^)]+\): ([^|]+)\|/g)];
  assert.ok(named.length >= 10);
  for (const [, file = '', titles = ''] of named) {
    assert.ok(existsSync(join(root, file)), file);
    for (const [, title = ''] of titles.matchAll(/"([^"]+)"/g))
      assert.ok(read(file).includes(title), `${file}: ${title}`);
  }
});

it('every action of the workflows is a commit, which nobody can move', () => {
  const folder = '.github/workflows';
  const uses = readdirSync(join(root, folder)).flatMap((file) => [
    ...read(`${folder}/${file}`).matchAll(/uses: (.+)/g),
  ]);
  assert.ok(uses.length > 0);
  for (const [, action = ''] of uses) assert.match(action, /^[\w./-]+@[0-9a-f]{40} # v\d/);
});
