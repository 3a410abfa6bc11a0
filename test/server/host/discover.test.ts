import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { discover } from '../../../server/host/discover.ts';
import { memoryFiles } from './memory-files.ts';

async function found(
  paths: readonly string[],
  root = '/r',
  texts: { readonly [path: string]: string } = {},
): Promise<string[]> {
  const files = memoryFiles({ ...Object.fromEntries(paths.map((path) => [path, ''])), ...texts });
  const list: string[] = [];
  for await (const { path, inChart } of discover(files, root)) list.push(inChart ? `${path} (chart)` : path);
  return list;
}

describe('discovery', () => {
  it('takes YAML, JSON and Dockerfiles, in the order of names', async () =>
    assert.deepEqual(
      await found(['/r/b.yml', '/r/a.yaml', '/r/c.json', '/r/Dockerfile', '/r/x.ts', '/r/d/api.Dockerfile']),
      ['/r/Dockerfile', '/r/a.yaml', '/r/b.yml', '/r/c.json', '/r/d/api.Dockerfile'],
    ));

  it("leaves out other people's work", async () =>
    assert.deepEqual(await found(['/r/node_modules/a.yaml', '/r/vendor/b.yaml', '/r/.git/c.yaml', '/r/d.yaml']), [
      '/r/d.yaml',
    ]));

  it('honours .gitignore: nested ones, and exceptions', async () =>
    assert.deepEqual(
      await found(['/r/out/a.yaml', '/r/x/b.yaml', '/r/x/keep.yaml', '/r/x/y/c.yaml'], '/r', {
        '/r/.gitignore': 'out/\n',
        '/r/x/.gitignore': '*.yaml\n!keep.yaml\n',
      }),
      ['/r/x/keep.yaml'],
    ));

  it('honours those above, up to the repository', async () =>
    assert.deepEqual(
      await found(['/r/.git/HEAD', '/r/s/a.yaml', '/r/s/gen/b.yaml'], '/r/s', { '/r/.gitignore': 'gen\n' }),
      ['/r/s/a.yaml'],
    ));

  it('honours none above a repository within another one', async () =>
    assert.deepEqual(await found(['/r/.git/HEAD', '/r/s/.git', '/r/s/a.yaml'], '/r/s', { '/r/.gitignore': 's/\n' }), [
      '/r/s/a.yaml',
    ]));

  it('knows the templates of a chart, from above and from inside', async () => {
    const chart = ['/r/c/Chart.yaml', '/r/c/templates/a.yaml', '/r/c/templates/sub/b.yaml', '/r/c/values.yaml'];
    assert.deepEqual(await found(chart), [
      '/r/c/Chart.yaml',
      '/r/c/values.yaml',
      '/r/c/templates/a.yaml (chart)',
      '/r/c/templates/sub/b.yaml (chart)',
    ]);
    assert.deepEqual(await found(chart, '/r/c/templates/sub'), ['/r/c/templates/sub/b.yaml (chart)']);
  });

  it('follows no ignore file with more patterns than names can be compared with, and says so', async () => {
    const patterns = (count: number): string => Array.from({ length: count }, (_, i) => `x${i}\n`).join('');
    const walk = async (texts: Readonly<Record<string, string>>): Promise<readonly (readonly string[])[]> => {
      const [found, skipped]: [string[], string[]] = [[], []];
      const onSkip = ({ path }: { readonly path: string }): void => void skipped.push(path);
      for await (const { path } of discover(memoryFiles(texts), '/r', { onSkip })) found.push(path);
      return [found, skipped];
    };
    const files = { '/r/a/y.yaml': '', '/r/z.yaml': '' };
    assert.deepEqual(await walk({ ...files, '/r/.gitignore': `${patterns(3999)}z.yaml\n` }), [['/r/a/y.yaml'], []]);
    assert.deepEqual(await walk({ ...files, '/r/.gitignore': `# four thousand and one\n${patterns(4000)}z.yaml\n` }), [
      ['/r/z.yaml', '/r/a/y.yaml'],
      ['/r/.gitignore'],
    ]);
    const stars = `${'a*'.repeat(4000)}\n`;
    assert.deepEqual(await walk({ ...files, '/r/.gitignore': `${stars}z.yaml\n` }), [
      ['/r/z.yaml', '/r/a/y.yaml'],
      ['/r/.gitignore'],
    ]);
    // Those of folders within count with those above.
    const nested = { ...files, '/r/.gitignore': `${patterns(3999)}z.yaml\n`, '/r/a/.gitignore': 'y.yaml\n' };
    assert.deepEqual(await walk(nested), [['/r/a/y.yaml'], ['/r/a/.gitignore']]);
  });

  it('goes a hundred folders deep, and names what lies deeper', async () => {
    const folder = (depth: number): string => `/r${'/d'.repeat(depth)}`;
    const files = memoryFiles({ [`${folder(100)}/a.yaml`]: '', [`${folder(101)}/b.yaml`]: '' });
    const [found, skipped]: [string[], string[]] = [[], []];
    for await (const { path } of discover(files, '/r', { onSkip: ({ path, reason }) => skipped.push(path, reason) }))
      found.push(path);
    assert.deepEqual(found, [`${folder(100)}/a.yaml`]);
    assert.deepEqual(skipped, [folder(101), 'lies more than 100 folders deep']);
  });

  it('takes what the system calls a link, and leads to itself, for what it is', async () => {
    const files = memoryFiles({ '/r/.gitignore': 'out\n', '/r/a/x.yaml': '', '/r/a/out/y.yaml': '', '/r/b.yaml': '' });
    const cloud = {
      ...files,
      list: async (folder: string) =>
        (await files.list(folder)).map((entry) => ({ ...entry, target: `${folder}/${entry.name}` })),
    };
    const found: string[] = [];
    for await (const { path } of discover(cloud, '/r')) found.push(path);
    assert.deepEqual(found, ['/r/b.yaml', '/r/a/x.yaml']);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const list: string[] = [];
    for await (const { path } of discover(memoryFiles({ '/r/a/x.yaml': '', '/r/b/x.yaml': '' }), '/r', {
      signal: stop.signal,
    })) {
      list.push(path);
      stop.abort();
    }
    assert.deepEqual(list, ['/r/a/x.yaml']);
  });
});
