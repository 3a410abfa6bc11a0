import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver';
import type { ScanResult } from '../../../../server/protocol.ts';
import { Client, type ClientOptions } from '../client.ts';
import { bare, privileged, rangeOf } from '../texts.ts';

const kustomization = (line: string): string =>
  `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n${line}\n`;

const codes = (list: readonly Diagnostic[] | undefined): string[] => (list ?? []).map(({ code }) => String(code));
const scan = (client: Client): Promise<unknown> =>
  client.request('workspace/executeCommand', { command: 'seaworthy.server.scan' });

async function using(options: ClientOptions, body: (client: Client) => Promise<void>): Promise<void> {
  const client = await Client.start(options);
  try {
    await body(client);
  } finally {
    await client.stop();
  }
}

describe('a scan', () => {
  it('shows the findings of every folder, and says how many', () =>
    using(
      {
        folders: ['shop', 'tools'],
        files: {
          'a.yaml': privileged,
          'bare.yaml': bare,
          'notes.txt': 'x',
          'tools/Dockerfile': 'FROM debian:13\nUSER root\n',
          'values.yaml': 'a: 1\n',
        },
      },
      async (client) => {
        const result = (await scan(client)) as ScanResult;
        assert.deepEqual([result.files, result.filesWithFindings], [3, 3]);
        const pod = client.pushed(client.uri('shop/a.yaml'))?.diagnostics;
        assert.ok(codes(pod).includes('privileged-container'));
        assert.equal(
          result.places,
          ['shop/a.yaml', 'shop/bare.yaml', 'tools/Dockerfile']
            .map((path) => client.pushed(client.uri(path))?.diagnostics.length ?? 0)
            .reduce((a, b) => a + b),
        );
        assert.ok(result.findings > result.places, 'each finding of a group counts');
      },
    ));

  it('shows what it was asked for, and goes on to read the rest of the folder for it', () =>
    using(
      { files: { 'a.yaml': privileged, 'shop/deploy/b.yaml': privileged, 'shop/deploy/c/d.yaml': privileged } },
      async (client) => {
        const result = (await client.request('workspace/executeCommand', {
          command: 'seaworthy.server.scan',
          arguments: [client.uri('shop/deploy')],
        })) as ScanResult;
        assert.deepEqual([result.files, result.filesWithFindings], [2, 2]);
        const shown = (path: string): number => client.pushed(client.uri(path))?.diagnostics.length ?? 0;
        assert.ok(shown('shop/deploy/b.yaml') > 0 && shown('shop/deploy/c/d.yaml') > 0);
        assert.equal(shown('shop/a.yaml'), 0);
      },
    ));

  it('tells its progress', () =>
    using({ files: Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`f${i}.yaml`, bare])) }, async (client) => {
      await client.request('workspace/executeCommand', { command: 'seaworthy.server.scan', workDoneToken: 'scan' });
      const told = client.notifications
        .filter(({ method }) => method === '$/progress')
        .map(({ params }) => (params as { value: { kind: string; message?: string; percentage?: number } }).value);
      assert.deepEqual(
        told.map(({ kind, message, percentage }) => [kind, message, percentage]),
        [
          ['begin', undefined, 0],
          ['report', '20 of 50 files', 40],
          ['report', '40 of 50 files', 80],
          ['end', undefined, undefined],
        ],
      );
    }));

  it('stops when it is cancelled, and keeps what it found', () =>
    using(
      { files: Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`f${i}.yaml`, privileged])) },
      async (client) => {
        const { id, answer } = client.send('workspace/executeCommand', { command: 'seaworthy.server.scan' });
        await client.until(() =>
          client.notifications.some(({ method }) => method === 'textDocument/publishDiagnostics'),
        );
        client.notify('$/cancelRequest', { id });
        assert.equal(await answer, null);
        const shown = client.notifications.filter(({ method }) => method === 'textDocument/publishDiagnostics').length;
        assert.ok(shown > 0);
      },
    ));

  it('gives way to the document when a file opens, and comes back when it closes', () =>
    using({ files: { 'a.yaml': privileged } }, async (client) => {
      const uri = client.uri('shop/a.yaml');
      await scan(client);
      assert.ok(codes(client.pushed(uri)?.diagnostics).includes('privileged-container'));
      client.open(uri, bare);
      assert.ok(!codes(await client.diagnostics(uri)).includes('privileged-container'));
      assert.deepEqual(client.pushed(uri)?.diagnostics, []);
      client.close(uri);
      await client.until(() => codes(client.pushed(uri)?.diagnostics).includes('privileged-container'));
    }));

  it('leaves an open document as it is typed, also where a kustomization makes something else of it', () =>
    using(
      {
        files: {
          'a.yaml': bare,
          'kustomization.yaml': kustomization('images: [{name: registry.example.com/web, newTag: v2}]'),
        },
      },
      async (client) => {
        const uri = client.uri('shop/a.yaml');
        client.open(uri, privileged);
        await client.diagnostics(uri);
        await scan(client);
        assert.ok(codes(await client.diagnostics(uri)).includes('privileged-container'));
        const actions = await client.actions(uri, rangeOf(privileged, 'true'));
        assert.ok(actions.some(({ title }) => /without privileges/.test(title)));
      },
    ));

  it('follows a kustomization as it is typed', () =>
    using(
      {
        files: {
          'a.yaml': bare,
          'kustomization.yaml': kustomization('images: [{name: registry.example.com/web, newTag: v2}]'),
        },
      },
      async (client) => {
        const [uri, owner] = [client.uri('shop/a.yaml'), client.uri('shop/kustomization.yaml')];
        await scan(client);
        assert.ok(codes(client.pushed(uri)?.diagnostics).includes('unhardened-container'));
        client.open(owner, kustomization('patches: [{path: a.yaml}]').replace('resources: [a.yaml]\n', ''));
        await client.diagnostics(owner);
        await client.until(() => !codes(client.pushed(uri)?.diagnostics).includes('unhardened-container'));
      },
    ));

  it('follows the disk', () =>
    using({ files: { 'a.yaml': privileged } }, async (client) => {
      const uri = client.uri('shop/a.yaml');
      await scan(client);
      client.write('a.yaml', bare);
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
      await client.until(() => !codes(client.pushed(uri)?.diagnostics).includes('privileged-container'));
      const added = client.write('b.yaml', privileged);
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: added, type: 1 }] });
      await client.until(() => codes(client.pushed(added)?.diagnostics).includes('privileged-container'));
    }));

  it('watches files only if it may register for them', () =>
    using({}, async (client) => {
      await client.until(() =>
        client.notifications.some(
          ({ method, params }) =>
            method === 'client/registerCapability' && JSON.stringify(params).includes('didChangeWatchedFiles'),
        ),
      );
    }));
});
