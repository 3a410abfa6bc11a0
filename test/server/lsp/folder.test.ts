/** What is read from the disk while something else reads it, too. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { rules } from '../../../rules/catalog/index.ts';
import { Configurations } from '../../../server/host/configuration.ts';
import type { Files } from '../../../server/host/files.ts';
import { Folder } from '../../../server/lsp/folder.ts';
import { defaultImageSettings } from '../../../server/lsp/image-settings.ts';
import { defaultLevels } from '../../../server/lsp/levels.ts';
import { defaultPace } from '../../../server/lsp/typing/pace.ts';
import { memoryFiles } from '../host/memory-files.ts';

const folderOf = (files: Files): Folder =>
  new Folder({
    root: '/r',
    uri: 'file:///r',
    host: {
      files,
      toPath: (uri) => new URL(uri).pathname,
      toUri: (path) => pathToFileURL(path).toString(),
      sha256: () => '',
      today: () => '2026-01-01',
      pause: () => Promise.resolve(),
      clock: { now: () => 0, after: () => () => undefined },
      pid: undefined,
    },
    configurations: new Configurations(files, rules),
    rules,
    settings: async () => ({
      enable: true,
      analyzeWorkspace: true,
      scanOnOpen: false,
      attackPaths: false,
      codeLens: false,
      explainKeys: false,
      completion: false,
      inlayHints: false,
      levels: defaultLevels,
      newSince: '',
      pace: defaultPace,
      imageScan: defaultImageSettings,
      engine: {},
    }),
    isOpen: () => false,
    onProblem: (sentence) => assert.fail(sentence),
  });

it('keeps a file that is read anew while a change of it is followed', async () => {
  const [path, last] = ['/r/Dockerfile', '/r/z.yaml'];
  const files = memoryFiles({ [path]: 'FROM node:22\n', [last]: 'a: 1\n' });
  let again: Promise<boolean> | undefined;
  let end = (): void => undefined;
  const followed = new Promise<void>((resolve) => {
    end = resolve;
  });
  const slow: Files = {
    ...files,
    async real(asked) {
      // A change of the settings has everything read again, just while the change of the file is looked at.
      if (asked === path && folder.wasRead && again === undefined) {
        folder.forgetAll();
        again = folder.readAll({});
        for (let turns = 0; turns < 200; turns++) await Promise.resolve();
      }
      return files.real(asked);
    },
    async read(asked) {
      if (asked === last && again !== undefined) await followed;
      return files.read(asked);
    },
  };
  const folder = folderOf(slow);
  await folder.readAll({});
  assert.ok(folder.workspace.has(path));
  await folder.followDisk(path);
  end();
  assert.equal(await again, true);
  assert.ok(folder.workspace.has(path), 'it is on the disk');
});

it('judges the files of a folder by themselves once its Chart.yaml is gone', async () => {
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata: { name: x }\nspec: { hostPID: {{ .Values.on }} }\n';
  const files = memoryFiles({
    '/r/a/Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n',
    '/r/a/values.yaml': 'on: true\nopen: true\n',
    '/r/a/templates/pod.yaml': pod.replace('.on', '.open'),
  });
  const folder = folderOf(files);
  await folder.readAll({});
  folder.workspace.refresh();
  const rulesOf = (path: string): readonly string[] => folder.workspace.findings(path).map(({ rule }) => rule);
  assert.ok(rulesOf('/r/a/values.yaml').includes('host-pid'));
  files.set('/r/a/Chart.yaml', undefined);
  await folder.followDisk('/r/a/Chart.yaml');
  folder.workspace.refresh();
  assert.equal(folder.workspace.charts.folderOf('/r/a/values.yaml'), undefined);
  assert.deepEqual(rulesOf('/r/a/values.yaml'), []);
  assert.ok(folder.workspace.has('/r/a/templates/pod.yaml'));
});
