import assert from 'node:assert/strict';
import { it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { scanCommand } from '../../../server/protocol.ts';
import { memoryFiles } from '../host/memory-files.ts';
import { startInProcess } from './in-process.ts';

const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: web}]}\n';

/** A folder that was read whole, and what becomes of it when its client tells of some of what changed: the files that have findings are `wanted`. */
async function becomes(
  wanted: readonly string[],
  first: Readonly<Record<string, string>>,
  then: Readonly<Record<string, string | undefined>>,
  told: readonly string[],
  open: readonly string[] = [],
): Promise<void> {
  const files = memoryFiles(first);
  const server = await startInProcess({ folder: '/desk', files });
  await server.connection.sendRequest('workspace/executeCommand', { command: scanCommand });
  for (const [path, text] of Object.entries(then)) files.set(path, text);
  for (const path of open) server.open(path, then[`/desk/${path}`] ?? '');
  for (const path of open) await server.diagnostics(path);
  const changes = told.map((path) => ({ uri: pathToFileURL(path).toString(), type: 1 }));
  await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  const listed = async (): Promise<readonly string[]> => {
    const found = (await server.connection.sendRequest('seaworthy/findings', {})) as readonly {
      readonly uri: string;
    }[];
    return [...new Set(found.map(({ uri }) => uri.slice(uri.indexOf('/desk/'))))].sort();
  };
  // Nobody tells when the disk was followed.
  for (let left = 500; left > 0 && (await listed()).join() !== wanted.join(); left--)
    await new Promise((resolve) => setTimeout(resolve, 20));
  for (let turns = 0; turns < 100; turns++) await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(await listed(), wanted);
}

const known = { '/desk/known.yaml': pod };

it('finds what a new folder held before the editor watched it', async () => {
  const made = { '/desk/new/a.yaml': pod, '/desk/new/b.yaml': pod, '/desk/new/deep/c.yaml': pod };
  const all = ['/desk/known.yaml', '/desk/new/a.yaml', '/desk/new/b.yaml', '/desk/new/deep/c.yaml'];
  await becomes(all, known, made, ['/desk/new/b.yaml']);
  await becomes(all, known, made, ['/desk/new/b.yaml'], ['new/b.yaml']);
});

it('leaves alone what is ignored, and folders that are known', async () => {
  const made = { '/desk/vendor/a.yaml': pod, '/desk/vendor/b.yaml': pod, '/desk/c.yaml': pod, '/desk/d.yaml': pod };
  await becomes(['/desk/c.yaml', '/desk/known.yaml'], known, made, ['/desk/vendor/a.yaml', '/desk/c.yaml']);
});

it('knows the files of a folder that is gone', async () => {
  const first = { ...known, '/desk/gone/a.yaml': pod, '/desk/gone/b.yaml': pod };
  const gone = { '/desk/gone/a.yaml': undefined, '/desk/gone/b.yaml': undefined };
  await becomes(['/desk/known.yaml'], first, gone, ['/desk/gone']);
});
