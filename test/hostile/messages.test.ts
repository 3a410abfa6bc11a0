/** Messages to the language server that no editor sends: each is answered with a sentence, and the server goes on. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { shapes } from '../../server/lsp/method-shapes.ts';
import { read, sources } from '../house/sources.ts';
import { Client } from '../server/lsp/client.ts';
import { privileged } from '../server/lsp/texts.ts';

type Failure = Error & { readonly code?: number };

const invalidParams = -32602;
const invalidRequest = -32600;
const notInitialized = -32002;

/** Where something else was meant. */
const wrong: readonly unknown[] = [
  undefined,
  null,
  7,
  'text',
  true,
  [],
  [null],
  {},
  { textDocument: null },
  { textDocument: {} },
  { textDocument: { uri: 7 } },
  { textDocument: { uri: 'file:///a.yaml' }, position: { line: -1, character: 1e9 } },
  { textDocument: { uri: 'file:///a.yaml' }, position: { line: 0.5, character: 0 } },
  { textDocument: { uri: 'file:///a.yaml' }, range: { start: {}, end: null }, context: 1 },
  { textDocument: { uri: 'file:///a.yaml', version: 'x', languageId: null, text: {} }, contentChanges: {} },
  { textDocument: { uri: 'file:///a.yaml', version: 2 }, contentChanges: [{ range: [], text: 1 }] },
  { changes: [{ uri: null }] },
  { changes: 'all' },
  { event: { added: [{}], removed: null } },
  { uri: [], position: 'here' },
  { uri: {}, rule: {} },
  { rule: 7 },
  { command: {} },
  { action: null, reason: {} },
  { title: 7 },
];

const notifications = new Set([
  'initialized',
  'exit',
  '$/setTrace',
  'window/workDoneProgress/cancel',
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  'workspace/didChangeConfiguration',
  'workspace/didChangeWatchedFiles',
  'workspace/didChangeWorkspaceFolders',
]);

async function failureOf(answer: Promise<unknown>): Promise<Failure | undefined> {
  try {
    await answer;
    return undefined;
  } catch (error) {
    return error as Failure;
  }
}

describe('messages of a wrong shape', () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  const isWell = async (): Promise<void> => {
    const uri = client.uri('shop/well.yaml');
    client.open(uri, privileged);
    assert.ok((await client.diagnostics(uri)).length > 0);
    client.close(uri);
  };
  const logged = (): readonly string[] =>
    client.notifications.flatMap(({ method, params }) =>
      method === 'window/logMessage' ? [(params as { message: string }).message] : [],
    );

  // Some ask for nothing, so that nothing about them can be wrong.
  const requests = [...shapes].filter(
    ([method, shape]) =>
      !notifications.has(method) &&
      !['initialize', 'shutdown'].includes(method) &&
      wrong.some((params) => shape(params, 'params') !== undefined),
  );

  for (const [method] of requests) {
    it(`${method} is answered with what is wrong`, async () => {
      for (const params of wrong) {
        if (shapes.get(method)?.(params, 'params') === undefined) continue;
        const failure = await failureOf(client.request(method, params));
        assert.equal(failure?.code, invalidParams, `${JSON.stringify(params)}: ${failure?.message}`);
        assert.match(failure.message, /has to be/);
      }
      await isWell();
    });
  }

  it('requests that are of the right shape, and of nothing that is there, are answered too', async () => {
    const uri = 'file:///nowhere/%00/a.yaml';
    const position = { line: 2 ** 30, character: 2 ** 30 };
    const range = { start: position, end: { line: 0, character: 0 } };
    const data = { uri, version: 1, choice: { kind: 'fix', fingerprint: 'x', index: -1 } };
    for (const [method, params] of [
      ['textDocument/diagnostic', { textDocument: { uri } }],
      ['textDocument/hover', { textDocument: { uri }, position }],
      ['textDocument/completion', { textDocument: { uri: 'not a uri' }, position }],
      ['textDocument/completion', { textDocument: { uri }, position }],
      ['textDocument/codeAction', { textDocument: { uri }, range, context: { only: ['x'] } }],
      ['textDocument/definition', { textDocument: { uri }, position }],
      ['textDocument/references', { textDocument: { uri }, position, context: { includeDeclaration: true } }],
      ['textDocument/inlayHint', { textDocument: { uri }, range }],
      ['textDocument/documentLink', { textDocument: { uri: '' } }],
      ['textDocument/codeLens', { textDocument: { uri: '' } }],
      ['codeAction/resolve', { title: 'x', data }],
      ['codeAction/resolve', { title: 'x', data: { ...data, choice: { kind: 'other' } } }],
      ['workspace/executeCommand', { command: 'nothing' }],
      ['seaworthy/attackPaths', { uri: 'mailto:x' }],
      ['seaworthy/blastRadius', { uri, position }],
      ['seaworthy/closePaths', { edits: ['x'] }],
      ['seaworthy/effectiveConfiguration', { uri: 'mailto:x' }],
      ['seaworthy/configureRule', { uri, rule: 'x: y', severity: 'off', where: 'folder' }],
      ['seaworthy/configureRule', { uri, rule: 'x', severity: 'loud', where: 'nearest' }],
      ['seaworthy/ignorePath', { uri }],
      ['seaworthy/rendered', { uri: 'mailto:x' }],
      ['seaworthy/findings', null],
      ['seaworthy/ignore', { action: data, reason: '\n' }],
      ['seaworthy/ping', null],
    ] as const) {
      const failure = await failureOf(client.request(method, params));
      assert.ok(failure === undefined || !/undefined|null|not a function/.test(failure.message), failure?.message);
    }
    await isWell();
  });

  for (const method of notifications) {
    if (method === 'exit') continue;
    it(`${method} goes to the log`, async () => {
      for (const params of wrong) {
        const isWrong = shapes.get(method)?.(params, 'params') !== undefined;
        const before = logged().length;
        client.notify(method, params);
        if (isWrong) await client.until(() => logged().length > before);
      }
      assert.ok(
        !logged().some((line) => /Cannot read|is not iterable|is not a function/.test(line)),
        logged().join('\n'),
      );
      await isWell();
    });
  }

  it('an edit of a wrong shape does not change the document', async () => {
    const uri = client.uri('shop/edited.yaml');
    client.open(uri, privileged);
    client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: 7 }] });
    assert.ok((await client.diagnostics(uri)).length > 0);
  });

  it('what is known to nobody is said to be unknown', async () => {
    const failure = await failureOf(client.request('textDocument/rename', {}));
    assert.deepEqual([failure?.code, failure?.message], [-32601, 'Seaworthy does not know textDocument/rename.']);
    client.notify('textDocument/unknown', {});
    client.notify('$/unknown', {});
    await isWell();
  });

  it('a cancellation of nothing is nothing', async () => {
    for (const params of wrong) client.notify('$/cancelRequest', params);
    client.notify('$/cancelRequest', { id: 'nobody' });
    await isWell();
  });
});

describe('messages out of order', () => {
  it('before initialize are answered, and initialize once', async () => {
    const client = await Client.connect();
    const early = await failureOf(client.request('textDocument/hover', {}));
    assert.equal(early?.code, notInitialized);
    client.notify('textDocument/didOpen', {});
    for (const params of [null, {}, { capabilities: 7 }, { capabilities: {}, workspaceFolders: [{}] }])
      assert.equal((await failureOf(client.request('initialize', params)))?.code, invalidParams);
    const right = { capabilities: { textDocument: { codeAction: { resolveSupport: {} } } }, processId: null };
    assert.ok(await client.request('initialize', right));
    const second = await failureOf(client.request('initialize', right));
    assert.deepEqual(
      [second?.code, second?.message],
      [invalidRequest, 'initialize was asked before; it is asked once.'],
    );
    const uri = client.uri('a.yaml');
    client.open(uri, privileged);
    assert.ok((await client.diagnostics(uri)).length > 0, 'the documents of the first are there still');
    await client.request('shutdown', null);
    assert.equal((await failureOf(client.request('shutdown', null)))?.code, invalidRequest);
    const ended = client.ended();
    client.notify('exit', null);
    assert.equal(await ended, 0);
    client.clear();
  });
});

describe('work of the server that nobody waits for', () => {
  it('is begun where its failure is heard', () => {
    for (const path of sources('server/lsp')) {
      // `void promise` drops what it fails with.
      assert.doesNotMatch(read(path), /^\s*void\s|=>\s*void\s+[\w.]+[(?.]/m, path);
    }
  });
});
