import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chartFiles } from '../../../server/host/chart-folder.ts';
import type { Entry, Files } from '../../../server/host/files.ts';
import { memoryFiles } from './memory-files.ts';

/** Archives are written as lists of files in JSON. */
function disk(texts: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}): Files {
  const memory = memoryFiles(texts);
  return {
    ...memory,
    list: (folder): readonly Entry[] =>
      (memory.list(folder) as readonly Entry[]).map((entry) => {
        const target = links[`${folder}/${entry.name}`];
        return target === undefined ? entry : { ...entry, target };
      }),
    bytes: (path) => Buffer.from(texts[path] ?? ''),
    unpack: (bytes) =>
      (JSON.parse(Buffer.from(bytes).toString('utf8')) as readonly (readonly [string, string])[]).map(
        ([path, text]) => ({ path, bytes: Buffer.from(text) }),
      ),
  };
}

const read = async (files: Files): Promise<unknown> =>
  (await chartFiles(files, '/c')).map(({ path, text, isPacked = false }) => [path, text, isPacked]);

describe('the files of a chart', () => {
  it('are those of its folder, without what .helmignore leaves out', async () =>
    assert.deepEqual(
      await read(
        disk({
          '/c/Chart.yaml': 'x',
          '/c/.helmignore': '*.md\nci/\n',
          '/c/README.md': '',
          '/c/ci/v.yaml': '',
          '/d/e': '',
        }),
      ),
      [
        ['.helmignore', '*.md\nci/\n', false],
        ['Chart.yaml', 'x', false],
      ],
    ));

  it('have those of packed charts, and of charts packed in them', async () => {
    const inner = JSON.stringify([['deep/Chart.yaml', 'deep']]);
    const archive = JSON.stringify([
      ['db/Chart.yaml', 'db'],
      ['./db/templates/a.yaml', 'a'],
      ['db/charts/deep-1.tgz', inner],
      ['db/../../escape', 'no'],
    ]);
    assert.deepEqual(await read(disk({ '/c/charts/db-1.tgz': archive, '/c/other.tgz': 'not unpacked' })), [
      ['charts/db-1/Chart.yaml', 'db', true],
      ['charts/db-1/templates/a.yaml', 'a', true],
      ['charts/db-1/charts/deep-1/Chart.yaml', 'deep', true],
      ['other.tgz', 'not unpacked', false],
    ]);
  });

  it('are none that a link leads out to', async () => {
    const texts = { '/c/in': 'a', '/c/out': 'b' };
    assert.deepEqual(await read(disk(texts, { '/c/out': '/etc/passwd', '/c/in': '/c/x' })), [['in', 'a', false]]);
  });

  it('that cannot be unpacked are named', async () =>
    await assert.rejects(read(disk({ '/c/charts/db.tgz': 'broken' })), /the archive charts\/db\.tgz cannot be read/));
});
