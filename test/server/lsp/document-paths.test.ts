/** Documents that close while something waits for their paths. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DocumentPaths } from '../../../server/lsp/document-paths.ts';
import { memoryFiles } from '../host/memory-files.ts';

const a = 'file:///r/a.yaml';
const b = 'file:///r/b.yaml';

const paths = (): DocumentPaths =>
  new DocumentPaths(
    {
      files: memoryFiles({ '/r/a.yaml': '', '/r/b.yaml': '' }),
      toPath: (uri) => new URL(uri).pathname,
      toUri: (path) => pathToFileURL(path).toString(),
      sha256: () => '',
      today: () => '2026-01-01',
      pause: () => Promise.resolve(),
      clock: { now: () => 0, after: () => () => undefined },
      pid: undefined,
    },
    () => ['/r'],
  );

describe('the paths of documents', () => {
  it('are those of open ones alone, whoever asks for a closed one', async () => {
    const open = paths();
    await open.opened(a);
    await open.closed(a);
    assert.equal(await open.of(a), '/r/a.yaml');
    assert.equal(open.isOpen('/r/a.yaml'), false);
  });

  it('forget a document that closes before its path is known', async () => {
    const open = paths();
    const opened = open.opened(a);
    await open.closed(a);
    await opened;
    assert.equal(open.isOpen('/r/a.yaml'), false);
  });

  it('keep one that is opened again while it closes, once', async () => {
    const open = paths();
    await open.opened(a);
    const closed = open.closed(a);
    await open.opened(a);
    await closed;
    assert.deepEqual(open.uris('/r/a.yaml'), [a]);
  });

  it('do not open one again that closes while folders change', async () => {
    const open = paths();
    await open.opened(a);
    await open.opened(b);
    const changed = open.folders();
    await open.closed(b);
    await open.closed(a);
    await changed;
    assert.equal(open.isOpen('/r/a.yaml'), false);
    assert.equal(open.isOpen('/r/b.yaml'), false);
  });
});
