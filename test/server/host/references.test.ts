import assert from 'node:assert/strict';
import { it } from 'node:test';
import { rules } from '../../../rules/catalog/index.ts';
import { Workspace } from '../../../rules/engine/workspace.ts';
import { Configurations } from '../../../server/host/configuration.ts';
import { followReferences } from '../../../server/host/references.ts';
import { scan } from '../../../server/host/scan.ts';
import { memoryFiles } from './memory-files.ts';

/** @returns what is known after a scan of one folder, and of all that it refers to below `/r`. */
async function known(texts: Readonly<Record<string, string>>, folder: string): Promise<readonly string[]> {
  const files = memoryFiles(texts);
  const host = { files, configurations: new Configurations(files, rules) };
  const workspace = new Workspace(rules);
  await scan(workspace, host, [folder], { root: '/r' });
  await followReferences(workspace, host, '/r', { root: '/r' });
  return [...workspace.paths()].sort();
}

it('what kustomizations and builds refer to is read, and what that refers to', async () =>
  assert.deepEqual(
    await known(
      {
        '/r/prod/kustomization.yaml': 'resources: [../base]\n',
        '/r/prod/compose.yaml': 'services: {app: {image: app, build: {context: ../app}}}\n',
        '/r/base/kustomization.yaml': 'resources: [web.yaml]\n',
        '/r/base/web.yaml': 'kind: Pod\napiVersion: v1\nmetadata: {name: a}\n',
        '/r/base/other.yaml': 'kind: Pod\napiVersion: v1\nmetadata: {name: b}\n',
        '/r/app/Dockerfile': 'FROM scratch\n',
      },
      '/r/prod',
    ),
    [
      '/r/app/Dockerfile',
      '/r/base/kustomization.yaml',
      '/r/base/web.yaml',
      '/r/prod/compose.yaml',
      '/r/prod/kustomization.yaml',
    ],
  ));

it('nothing outside of the root is read, and a circle ends', async () =>
  assert.deepEqual(
    await known(
      {
        '/r/a/kustomization.yaml': 'resources: [../b, ../../secret.yaml]\n',
        '/r/b/kustomization.yaml': 'resources: [../a]\n',
        '/secret.yaml': 'kind: Secret\n',
      },
      '/r/a',
    ),
    ['/r/a/kustomization.yaml', '/r/b/kustomization.yaml'],
  ));
