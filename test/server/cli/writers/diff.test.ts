import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { unifiedDiff } from '../../../../server/cli/writers/diff.ts';
import { Folder } from '../program.ts';

const lines = (count: number): string[] => Array.from({ length: count }, (_, i) => `line ${i}`);
const text = (list: readonly string[]): string => list.map((line) => `${line}\n`).join('');

const cases: readonly (readonly [string, string, string])[] = [
  ['one line changed', text(lines(20)), text(lines(20).with(10, 'changed'))],
  ['two far apart', text(lines(40)), text(lines(40).with(2, 'a').with(35, 'b'))],
  ['lines added at the end', text(lines(5)), text([...lines(5), 'x', 'y'])],
  ['lines taken from the beginning', text(lines(8)), text(lines(8).slice(3))],
  ['no final newline', 'a\nb', 'a\nb\nc'],
  ['everything', 'a\n', 'b\n'],
  ['from nothing', '', 'a\n'],
];

describe('a unified diff', () => {
  const hasPatch = spawnSync('patch', ['--version']).status === 0;
  for (const [name, before, after] of cases) {
    it(`${name}: patch makes the one of the other`, { skip: hasPatch ? false : 'patch is not installed' }, () => {
      const folder = new Folder();
      folder.write('x', before);
      const done = spawnSync('patch', ['-p1', '--quiet'], {
        cwd: folder.path,
        input: unifiedDiff('x', before, after),
        encoding: 'utf8',
      });
      assert.equal(done.status, 0, done.stdout);
      assert.equal(folder.read('x'), after);
      folder.remove();
    });
  }
  it('of equal texts is empty', () => assert.equal(unifiedDiff('x', 'a\n', 'a\n'), ''));
  it('shows little around a change', () =>
    assert.equal(unifiedDiff('x', text(lines(20)), text(lines(20).with(10, 'changed'))).split('\n').length, 12));
});
