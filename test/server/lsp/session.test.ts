/** A server that runs past midnight: what the day decides is decided anew. */
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createConnection,
  createProtocolConnection,
  type DocumentDiagnosticReport,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { LspHost } from '../../../server/lsp/host.ts';
import { Gate } from '../../../server/lsp/message-validation.ts';
import { startServer } from '../../../server/lsp/server.ts';
import { memoryFiles } from '../host/memory-files.ts';
import { TestClock } from './in-process.ts';

const path = '/r/Dockerfile';
const uri = pathToFileURL(path).toString();

async function open(files: Readonly<Record<string, string>>, today: () => string): Promise<ProtocolConnection> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const gate = new Gate();
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down), {
    messageStrategy: gate.strategy,
  });
  const host: LspHost = {
    files: memoryFiles(files),
    toPath: (given) =>
      given.startsWith('file:')
        ? fileURLToPath(given)
            .replace(/^[A-Z]:/i, '')
            .replaceAll('\\', '/')
        : undefined,
    toUri: (given) => pathToFileURL(given).toString(),
    today,
    sha256: () => '',
    pause: () => Promise.resolve(),
    clock: new TestClock(),
    pid: undefined,
  };
  startServer(server, host, gate);
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.listen();
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: pathToFileURL('/r').toString(), name: 'r' }],
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await client.sendNotification('initialized', {});
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'dockerfile', version: 1, text: files[path] },
  });
  return client;
}

async function found(client: ProtocolConnection): Promise<readonly unknown[]> {
  const report: DocumentDiagnosticReport = await client.sendRequest('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
}

it('an image that has gone out of support since is found in a document that nobody touched', async () => {
  let day = '2026-11-23';
  const client = await open({ [path]: 'FROM alpine:3.22\nUSER 1000\n' }, () => day);
  assert.ok(!(await found(client)).includes('end-of-life-image'));
  day = '2030-01-01';
  assert.ok((await found(client)).includes('end-of-life-image'));
  client.dispose();
});

it('an ignore that has ended since counts no more', async () => {
  let day = '2026-11-23';
  const configuration = 'ignores: [{ rule: missing-user, reason: a job builds it, until: 2026-12-31 }]\n';
  const client = await open({ [path]: 'FROM alpine:3.22\n', '/r/.seaworthy.yaml': configuration }, () => day);
  assert.ok(!(await found(client)).includes('missing-user'));
  day = '2027-01-01';
  assert.ok((await found(client)).includes('missing-user'));
  client.dispose();
});
