/** The language server with documents that it was lost over, with links, and with folders that change under its hands. */
import assert from 'node:assert/strict';
import { renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver';
import type { WorkspaceFixes } from '../../server/protocol.ts';
import type { Client } from '../server/lsp/client.ts';
import { startInProcess } from '../server/lsp/in-process.ts';
import { bare, privileged } from '../server/lsp/texts.ts';
import { lacks } from './ground.ts';
import { codes, inFolder, using } from './servers.ts';

describe('a document that a server was lost over', () => {
  it('is left alone until it changes', () =>
    inFolder({ 'shop/a.yaml': privileged, 'shop/b.yaml': privileged }, async (directory) => {
      const uri = pathToFileURL(join(directory, 'shop/a.yaml')).toString();
      await using({ directory, options: { aside: [uri] } }, async (client) => {
        client.open(uri, privileged);
        assert.deepEqual(await client.diagnostics(uri), []);
        const status = client.notifications.findLast(({ method }) => method === 'seaworthy/status')?.params;
        assert.match(JSON.stringify(status), /"state":"skipped".*set aside/);
        const other = client.uri('shop/b.yaml');
        client.open(other, privileged);
        assert.ok((await client.diagnostics(other)).length > 0);
        client.change(uri, `${privileged}# new\n`);
        // What was typed waits a moment.
        for (let left = 100; left > 0 && (await client.diagnostics(uri)).length === 0; left--)
          await new Promise((resolve) => setTimeout(resolve, 100));
        assert.ok((await client.diagnostics(uri)).length > 0);
      });
    }));

  it('is not read from disk either', () =>
    inFolder({ 'shop/a.yaml': privileged, 'shop/b.yaml': privileged }, async (directory) => {
      const uri = pathToFileURL(join(directory, 'shop/a.yaml')).toString();
      await using({ directory, options: { aside: [uri] } }, async (client) => {
        await client.request('workspace/executeCommand', { command: 'seaworthy.server.scan' });
        assert.equal(client.pushed(uri), undefined);
        assert.ok((client.pushed(client.uri('shop/b.yaml'))?.diagnostics.length ?? 0) > 0);
      });
    }));
});

describe('a document that was opened through a link', { skip: lacks.links }, () => {
  const scan = (client: Client): Promise<unknown> =>
    client.request('workspace/executeCommand', { command: 'seaworthy.server.scan' });

  it('is the file that the link leads to, known once', () =>
    inFolder({ 'shop/real/pod.yaml': privileged }, async (directory) => {
      symlinkSync('real', join(directory, 'shop/link'));
      await using({ directory }, async (client) => {
        const [real, link] = [client.uri('shop/real/pod.yaml'), client.uri('shop/link/pod.yaml')];
        await scan(client);
        assert.ok((client.pushed(real)?.diagnostics.length ?? 0) > 0);
        client.open(link, privileged);
        assert.ok(codes(await client.diagnostics(link)).includes('privileged-container'));
        await client.until(() => client.pushed(real)?.diagnostics.length === 0);
        const { files } = (await scan(client)) as { files: number };
        assert.equal(files, 1);
        // What is typed counts for the file.
        client.change(link, bare);
        assert.ok(!codes(await client.diagnostics(link)).includes('privileged-container'));
        const edit = await client.request('seaworthy/workspaceFix', { rule: 'privileged-container' });
        assert.equal(edit, null);
        client.close(link);
        await client.until(() => codes(client.pushed(real)?.diagnostics ?? []).includes('privileged-container'));
      });
    }));

  it('is fixed under the name it was opened by', () =>
    inFolder({ 'shop/real/pod.yaml': privileged }, async (directory) => {
      symlinkSync('real', join(directory, 'shop/link'));
      await using({ directory }, async (client) => {
        const link = client.uri('shop/link/pod.yaml');
        client.open(link, privileged);
        const { edit } = (await client.request('seaworthy/workspaceFix', {
          rule: 'privileged-container',
        })) as WorkspaceFixes;
        const documents = edit.documentChanges?.flatMap((change) =>
          'textDocument' in change ? change.textDocument : [],
        );
        assert.deepEqual(documents, [{ uri: link, version: 1 }]);
      });
    }));

  it('and under its own name has the findings of either text', () =>
    inFolder({ 'shop/real/pod.yaml': privileged }, async (directory) => {
      symlinkSync('real', join(directory, 'shop/link'));
      await using({ directory }, async (client) => {
        const [real, link] = [client.uri('shop/real/pod.yaml'), client.uri('shop/link/pod.yaml')];
        client.open(real, privileged);
        client.open(link, bare);
        const both = await Promise.all([real, link, real, link].map((uri) => client.diagnostics(uri)));
        assert.deepEqual(
          both.map((found) => codes(found).includes('privileged-container')),
          [true, false, true, false],
        );
      });
    }));
});

describe('a folder that changes under its hands', () => {
  const scan = (client: Client): Promise<unknown> =>
    client.request('workspace/executeCommand', { command: 'seaworthy.server.scan' });
  const shown = (client: Client, path: string): boolean =>
    (client.pushed(client.uri(path))?.diagnostics.length ?? 0) > 0;

  it('is known as it is after a folder in it was renamed, of which nothing but the folder is told', () =>
    using({ files: { 'shop/old/pod.yaml': privileged } }, async (client) => {
      await scan(client);
      assert.ok(shown(client, 'shop/old/pod.yaml'));
      renameSync(join(client.directory, 'shop/old'), join(client.directory, 'shop/new'));
      client.notify('workspace/didChangeWatchedFiles', {
        changes: [
          { uri: client.uri('shop/old'), type: 3 },
          { uri: client.uri('shop/new/pod.yaml'), type: 1 },
        ],
      });
      await client.until(() => shown(client, 'shop/new/pod.yaml') && !shown(client, 'shop/old/pod.yaml'));
    }));

  it('has no file that a scan would leave out, however often it changes', () =>
    using({ files: { 'shop/.gitignore': 'out/\n', 'shop/a.yaml': privileged } }, async (client) => {
      await scan(client);
      for (const path of ['shop/out/pod.yaml', 'shop/vendor/pod.yaml']) client.write(path, privileged);
      client.write('shop/b.yaml', privileged);
      client.notify('workspace/didChangeWatchedFiles', {
        changes: ['out/pod.yaml', 'vendor/pod.yaml', 'b.yaml'].map((path) => ({
          uri: client.uri(`shop/${path}`),
          type: 1,
        })),
      });
      await client.until(() => shown(client, 'shop/b.yaml'));
      assert.deepEqual([shown(client, 'shop/out/pod.yaml'), shown(client, 'shop/vendor/pod.yaml')], [false, false]);
      client.write('shop/.gitignore', '');
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('shop/.gitignore'), type: 2 }] });
      await client.until(() => shown(client, 'shop/out/pod.yaml'));
    }));

  it('is read again when settings change while it is read', () =>
    inFolder(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`pod${i}.yaml`, privileged])), async (folder) => {
      const server = await startInProcess({ folder });
      const asked = server.connection.sendRequest('workspace/executeCommand', { command: 'seaworthy.server.scan' });
      writeFileSync(join(folder, '.seaworthy.yaml'), 'rules: {privileged-container: off}\n');
      server.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: pathToFileURL(join(folder, '.seaworthy.yaml')).toString(), type: 1 }],
      });
      await asked;
      await server.connection.sendRequest('workspace/executeCommand', { command: 'seaworthy.server.scan' });
      const last = new Map<string, readonly Diagnostic[]>();
      for (const { method, params } of server.told) {
        const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Diagnostic[] };
        if (method === 'textDocument/publishDiagnostics') last.set(uri, diagnostics);
      }
      assert.equal(last.size, 30);
      for (const found of last.values()) assert.ok(!codes(found).includes('privileged-container'));
    }));
});
