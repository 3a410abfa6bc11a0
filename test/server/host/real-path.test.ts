import assert from 'node:assert/strict';
import { it } from 'node:test';
import { realWithin } from '../../../server/host/real-path.ts';
import { memoryFiles } from './memory-files.ts';

it('names a path as the folder has it, whatever links lead there', async () => {
  const links: Readonly<Record<string, string>> = {
    '/open': '/real',
    '/open/a': '/real/b',
    '/open/out': '/etc/passwd',
  };
  const files = { ...memoryFiles({}), real: (path: string) => links[path] };
  assert.equal(await realWithin(files, '/open', '/open/a'), '/open/b');
  assert.equal(await realWithin(files, '/open', '/open/out'), undefined);
  assert.equal(await realWithin(files, '/open', '/open/gone'), '/open/gone');
  assert.equal(await realWithin(files, undefined, '/open/out'), '/open/out');
});
