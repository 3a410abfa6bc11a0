import assert from 'node:assert/strict';
import { join } from 'node:path';
import { it } from 'node:test';
import { pageOf } from '../../server/shipped-rule-page.ts';
import { root } from '../../tools/root.ts';

it('is read beside the program, and is missed where that is not', (t) => {
  const { argv } = process;
  t.after(() => {
    process.argv = argv;
  });
  process.argv = [process.execPath, join(root, 'dist', 'server.cjs'), 'mcp'];
  assert.match(pageOf('missing-user'), /^# /);
  process.argv = [process.execPath, join(root, 'a', 'b', 'server.cjs'), 'mcp'];
  assert.throws(() => pageOf('missing-user'), /cannot be read/);
});
