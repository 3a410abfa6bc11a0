import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { root } from '../../tools/root.ts';

const folder = mkdtempSync(join(tmpdir(), 'seaworthy-compare-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A command line that finds the same in any folder. @returns its path. */
function finding(name: string, fingerprints: readonly string[], { status = 1, files = 1 } = {}): string {
  const findings = fingerprints.map((fingerprint) => ({
    rule: 'r',
    file: 'f',
    message: 'm',
    fingerprint,
    range: { start: { line: 0 } },
  }));
  const path = join(folder, name);
  writeFileSync(
    path,
    `console.log(${JSON.stringify(JSON.stringify({ summary: { files }, findings }))}); process.exitCode = ${status};`,
  );
  return path;
}

function compared(old: string, now: string): { readonly status: number | null; readonly last: string | undefined } {
  const program = join(root, 'tools/compare-findings.ts');
  const { status, stdout } = spawnSync(process.execPath, [program, old, now, folder, folder], { encoding: 'utf8' });
  return { status, last: stdout.trim().split('\n').at(-1) };
}

it('ends with 0 where both find the same, 1 where they do not, 2 where one fails', () => {
  const [two, one, broken] = [
    finding('two.cjs', ['a', 'b']),
    finding('one.cjs', ['a'], { status: 0 }),
    finding('broken.cjs', [], { status: 2 }),
  ];
  const words = '0 messages in other words';
  assert.deepEqual(compared(two, two), { status: 0, last: `0 differences, ${words}` });
  assert.deepEqual(compared(two, one), { status: 1, last: `2 differences, ${words}` });
  assert.equal(compared(two, broken).status, 2);
  const nothing = finding('nothing.cjs', [], { status: 0, files: 0 });
  assert.equal(compared(nothing, nothing).status, 2);
});
