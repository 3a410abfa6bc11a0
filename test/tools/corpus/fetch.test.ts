import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fetchCommit } from '../../../tools/corpus/fetch.ts';

const ground = mkdtempSync(join(tmpdir(), 'seaworthy-corpus-'));
after(() => rmSync(ground, { recursive: true, force: true }));
const source = join(ground, 'source');

function git(...args: readonly string[]): string {
  const who = ['-c', 'user.name=nobody', '-c', 'user.email=nobody@example.com', '-c', 'core.symlinks=true'];
  const { status, stdout, stderr } = spawnSync('git', [...who, ...args], { cwd: source, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

/** @returns the hash of a commit of what lies there now. */
function committed(text: string): string {
  writeFileSync(join(source, 'pod.yaml'), text);
  git('add', '--all');
  git('commit', '--quiet', '--message', text);
  return git('rev-parse', 'HEAD');
}

describe('a commit that is fetched', () => {
  mkdirSync(source);
  git('init', '--quiet');
  // What hosts of public repositories allow.
  git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  if (process.platform !== 'win32') symlinkSync('/etc', join(source, 'link'));
  const [first, second] = [committed('first'), committed('second')];

  it('is that one, without the files of what lay there before', () => {
    const folder = join(ground, 'one');
    assert.equal(fetchCommit(source, second, folder), true);
    writeFileSync(join(folder, 'left.yaml'), '');
    assert.equal(fetchCommit(source, first, folder), true);
    assert.equal(readFileSync(join(folder, 'pod.yaml'), 'utf8'), 'first');
    assert.equal(existsSync(join(folder, 'left.yaml')), false);
  });

  it('is not fetched again', () => {
    const folder = join(ground, 'again');
    assert.equal(fetchCommit(source, first, folder), true);
    assert.equal(fetchCommit(join(ground, 'nowhere'), first, folder), false);
  });

  it('is fetched again where that was interrupted', () => {
    const folder = join(ground, 'interrupted');
    assert.throws(() => fetchCommit(join(ground, 'nowhere'), first, folder), /git fetch/);
    assert.equal(fetchCommit(source, first, folder), true);
  });

  it('has no links', { skip: process.platform === 'win32' && 'it makes none' }, () => {
    const folder = join(ground, 'links');
    fetchCommit(source, first, folder);
    assert.equal(lstatSync(join(folder, 'link')).isSymbolicLink(), false);
  });

  it('is named by its whole hash', () => {
    assert.throws(() => fetchCommit(source, 'main', join(ground, 'name')), /whole hash/);
    assert.throws(() => fetchCommit(source, first.slice(0, 12), join(ground, 'name')), /whole hash/);
  });
});
