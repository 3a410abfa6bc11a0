import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DocumentLink, Location } from 'vscode-languageserver';
import { Client, type ClientOptions } from '../client.ts';
import { rangeOf } from '../texts.ts';

const account = 'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: web\n  namespace: shop\n';
const pod = `apiVersion: v1
kind: Pod
metadata: {name: a, namespace: shop}
spec:
  serviceAccountName: web
  containers: [{name: a, image: "example.com/cart:1"}]
`;
const files = { 'account.yaml': account, 'cart/Dockerfile': 'FROM scratch\nUSER 1\n' };

async function using(options: ClientOptions, body: (client: Client) => Promise<void>): Promise<void> {
  const client = await Client.start(options);
  await body(client);
  await client.stop();
}

const at = { line: 4, character: 23 };
const ask = async <T>(client: Client, method: string, uri: string, more: object = {}): Promise<T> =>
  (await client.request(`textDocument/${method}`, { textDocument: { uri }, ...more })) as T;

describe('definitions and references', () => {
  it('are found in files that were never opened, as soon as somebody asks', () =>
    using({ files }, async (client) => {
      const uri = client.uri('shop/pod.yaml');
      client.open(uri, pod);
      const [found] = await ask<Location[]>(client, 'definition', uri, { position: at });
      assert.deepEqual(found, { uri: client.uri('shop/account.yaml'), range: rangeOf(account, 'web') });
      const named = { uri, range: rangeOf(pod, 'web') };
      assert.deepEqual(await ask<Location[]>(client, 'references', uri, { position: at }), [named]);
      const context = { includeDeclaration: true };
      assert.deepEqual(await ask<Location[]>(client, 'references', uri, { position: at, context }), [found, named]);
      assert.deepEqual(await ask<Location[]>(client, 'definition', uri, { position: { line: 0, character: 0 } }), []);
    }));

  it('are none where the settings keep other files closed', () =>
    using({ files, settings: () => ({ analyzeWorkspace: false }) }, async (client) => {
      const uri = client.uri('shop/pod.yaml');
      client.open(uri, pod);
      assert.deepEqual(await ask<Location[]>(client, 'definition', uri, { position: at }), []);
    }));
});

describe('links', () => {
  it('lead to the line, and say where they go', () =>
    using({}, async (client) => {
      const uri = client.uri('shop/pod.yaml');
      client.open(client.uri('shop/account.yaml'), account);
      client.open(uri, pod);
      await client.diagnostics(client.uri('shop/account.yaml'));
      assert.deepEqual(await ask<DocumentLink[]>(client, 'documentLink', uri), [
        { range: rangeOf(pod, 'web'), target: `${client.uri('shop/account.yaml')}#L4,9`, tooltip: 'Go to the account' },
      ]);
    }));
});
