/** What a baseline knows, in the editor; and that the editor, the command line and its formats say the same of the same files. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Folder } from '../cli/program.ts';
import { pod } from '../cli/writers/scan/sample.ts';
import { Client } from './client.ts';

interface Problem {
  readonly code: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
  readonly data?: { readonly fingerprints?: readonly string[] };
}

describe('the editor and a baseline', () => {
  let client: Client;
  before(async () => {
    client = await Client.start({
      files: { 'shop/web.yaml': pod('web'), 'shop/.seaworthy.yaml': 'profile: recommended\n' },
    });
  });
  after(() => client.stop());

  const problems = async (name: string, text: string): Promise<readonly Problem[]> => {
    const uri = client.write(name, text);
    client.open(uri, text);
    const found = (await client.diagnostics(uri)) as readonly Problem[];
    client.close(uri);
    return found;
  };

  it('shows what it does not know, and again all once it is gone', async () => {
    const folder = new Folder('server/cli/main.ts', join(client.directory, 'shop'));
    assert.notDeepEqual(await problems('shop/web.yaml', pod('web')), []);
    assert.equal(folder.run('baseline', 'write').status, 0);
    const baseline = client.uri('shop/.seaworthy-baseline.json');
    assert.ok(existsSync(join(client.directory, 'shop/.seaworthy-baseline.json')));
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: baseline, type: 1 }] });
    assert.deepEqual(await problems('shop/web.yaml', pod('web')), []);
    assert.deepEqual(await problems('shop/web.yaml', pod('web').replace('privileged: true', 'privileged: false')), []);
    const both = await problems('shop/web.yaml', `${pod('web')}---\n${pod('new')}`);
    assert.ok(both.some(({ code, range }) => code === 'privileged-container' && range.start.line > 10));
    assert.ok(both.every(({ range }) => range.start.line > 10));
    folder.removeFile('.seaworthy-baseline.json');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: baseline, type: 3 }] });
    assert.ok((await problems('shop/web.yaml', pod('web'))).length > 0);
  });
});
