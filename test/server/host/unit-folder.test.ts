import assert from 'node:assert/strict';
import { it } from 'node:test';
import { unitFolderOf } from '../../../server/host/unit-folder.ts';
import { memoryFiles } from './memory-files.ts';

const folderOf = (paths: readonly string[], file: string): Promise<string> =>
  unitFolderOf(memoryFiles(Object.fromEntries(paths.map((path) => [path, 'a: 1\n']))), '/r', file);

it('a file is read with all below the root, where no collection lies between', async () =>
  assert.equal(await folderOf(['/r/k8s/apps/a.yaml', '/r/k8s/rbac/b.yaml'], '/r/k8s/apps/a.yaml'), '/r'));

it('a file of a collection is read with the child that it lies in, or with the collection', async () => {
  const paths = ['/r/examples/a/deep/a.yaml', '/r/examples/b.yaml', '/r/c.yaml'];
  assert.equal(await folderOf(paths, '/r/examples/a/deep/a.yaml'), '/r/examples/a');
  assert.equal(await folderOf(paths, '/r/examples/b.yaml'), '/r/examples');
});

it('a folder of more than five hundred files is not read for one of them', async () => {
  const many = Array.from({ length: 501 }, (_, i) => `/r/other/${i}.yaml`);
  assert.equal(await folderOf(['/r/app/k8s/a.yaml', ...many], '/r/app/k8s/a.yaml'), '/r/app');
});
