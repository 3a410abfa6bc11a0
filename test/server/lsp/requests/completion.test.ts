import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CompletionItem, TextEdit } from 'vscode-languageserver';
import { Client, type ClientOptions } from '../client.ts';

const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - image: node:24\n      secu\n';
const end = { line: 6, character: 10 };

async function using(options: ClientOptions, body: (client: Client) => Promise<void>): Promise<void> {
  const client = await Client.start(options);
  await body(client);
  await client.stop();
}

const offered = async (client: Client, uri: string, position: object): Promise<readonly CompletionItem[]> =>
  (await client.request('textDocument/completion', { textDocument: { uri }, position })) as CompletionItem[];

describe('completion', () => {
  it('offers what is hardened for the word, with its whole indentation, behind what others offer', () =>
    using({}, async (client) => {
      const uri = client.uri('shop/pod.yaml');
      client.open(uri, pod);
      const [item] = await offered(client, uri, end);
      assert.equal(item?.label, 'securityContext (hardened)');
      assert.equal(item.filterText, 'securityContext');
      assert.match(item.sortText ?? '', /^~/);
      assert.match(item.detail ?? '', /runs as user 1000 \(node of the image\)/);
      const { range, newText } = item.textEdit as TextEdit;
      assert.deepEqual(range, { start: { line: 6, character: 6 }, end });
      assert.match(newText, /^securityContext:\n {8}allowPrivilegeEscalation: false\n/);
      // This client did not say that it can be told how to indent.
      assert.equal(item.insertTextMode, undefined);
    }));

  it('follows each key that is typed', () =>
    using({}, async (client) => {
      const uri = client.uri('shop/Dockerfile');
      client.open(uri, 'FROM node:24\n');
      client.change(uri, 'US', { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } });
      const [item] = await offered(client, uri, { line: 1, character: 2 });
      assert.equal((item?.textEdit as TextEdit | undefined)?.newText, 'USER 1000:1000');
      assert.deepEqual(await offered(client, uri, { line: 0, character: 2 }), []);
    }));

  it('is silent where the settings or a configuration say so, in charts, and of closed documents', async () => {
    for (const settings of [{ completion: false }, { enable: false }])
      await using({ settings: () => settings }, async (client) => {
        const uri = client.uri('shop/pod.yaml');
        client.open(uri, pod);
        assert.deepEqual(await offered(client, uri, end), []);
      });
    const files = {
      '.seaworthy.yaml': 'ignorePaths: [old]\n',
      'Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n',
    };
    await using({ files }, async (client) => {
      for (const path of ['shop/old/pod.yaml', 'shop/templates/pod.yaml', 'shop/closed.yaml']) {
        const uri = client.uri(path);
        if (!path.includes('closed')) client.open(uri, pod);
        assert.deepEqual(await offered(client, uri, end), [], path);
      }
      const uri = client.uri('shop/pod.yaml');
      client.open(uri, pod);
      assert.notDeepEqual(await offered(client, uri, end), []);
      assert.deepEqual(await offered(client, uri, { line: 2 ** 30, character: 2 ** 30 }), []);
    });
  });
});
