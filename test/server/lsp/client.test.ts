/** The server with each editor as it says what it can: findings appear in the way that the editor knows, and a fix is applied. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type {
  CodeAction,
  Diagnostic,
  InitializeResult,
  Registration,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client } from './client.ts';
import { type Editor, editors } from './editors.ts';

const manifest = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web # é🚢
      image: registry.example.com/web:1
      securityContext: {privileged: true}
`;

async function start(editor: Editor): Promise<{ client: Client; result: InitializeResult }> {
  const client = await Client.connect();
  mkdirSync(join(client.directory, 'shop'));
  const folder = client.uri('shop');
  const result = (await client.request('initialize', {
    processId: process.pid,
    clientInfo: { name: editor.name },
    rootUri: folder,
    ...(editor.hasFolders ? { workspaceFolders: [{ uri: folder, name: 'shop' }] } : {}),
    capabilities: editor.capabilities,
  })) as InitializeResult;
  client.notify('initialized', {});
  return { client, result };
}

const find = (found: readonly Diagnostic[]): Diagnostic | undefined =>
  found.find(({ code }) => code === 'privileged-container');

/** The text after an edit, which is held to what the editor knows. */
function applied(edit: WorkspaceEdit, uri: string, text: string, { capabilities }: Editor): string {
  const hasVersions = capabilities.workspace?.workspaceEdit?.documentChanges === true;
  assert.equal(edit.documentChanges !== undefined, hasVersions, 'versioned edits for those who know them');
  assert.equal(edit.changes === undefined, hasVersions);
  const changes = (edit.documentChanges ?? []) as TextDocumentEdit[];
  assert.deepEqual([...changes.map((change) => change.textDocument.uri), ...Object.keys(edit.changes ?? {})], [uri]);
  const edits = (hasVersions ? changes[0]?.edits : edit.changes?.[uri]) as TextEdit[];
  for (const one of edits) {
    assert.ok('newText' in one, 'no snippet for those who know none');
    if (capabilities.workspace?.workspaceEdit?.changeAnnotationSupport === undefined)
      assert.ok(!('annotationId' in one));
  }
  return TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 1, text), edits);
}

/** What the server asked an editor to let it hear. */
const registered = (client: Client): readonly string[] =>
  client.notifications
    .filter(({ method }) => method === 'client/registerCapability')
    .flatMap(({ params }) => (params as { registrations: Registration[] }).registrations.map(({ method }) => method));

for (const editor of editors)
  describe(editor.name, () => {
    it('shows a finding, and its fix mends it', async (t) => {
      const { client, result } = await start(editor);
      t.after(() => client.stop());
      assert.ok([undefined, 'utf-16'].includes(result.capabilities.positionEncoding));
      assert.equal(result.capabilities.diagnosticProvider !== undefined, editor.pulls);
      const uri = client.write('shop/pod.yaml', manifest);
      client.open(uri, manifest);
      const shown = async (version: number): Promise<readonly Diagnostic[]> => {
        if (editor.pulls) return client.diagnostics(uri);
        return client.until(() => {
          const told = client.pushed(uri);
          return told?.version === undefined || told.version === version ? told?.diagnostics : undefined;
        });
      };
      const found = find(await shown(1));
      assert.ok(found !== undefined);
      if (editor.capabilities.textDocument?.publishDiagnostics?.relatedInformation !== true)
        assert.equal(found.relatedInformation, undefined);

      const actions = (await client.request('textDocument/codeAction', {
        textDocument: { uri },
        range: found.range,
        context: { diagnostics: [found] },
      })) as CodeAction[];
      for (const { command } of actions) assert.equal(command, undefined, 'a command that no such editor has');
      const [fix] = actions.filter(({ kind }) => kind === 'quickfix');
      assert.ok(fix !== undefined);
      const isLate = editor.capabilities.textDocument?.codeAction?.resolveSupport !== undefined;
      assert.equal(fix.edit === undefined, isLate, 'the edit is made late for those who ask for it then');
      const whole = isLate ? ((await client.request('codeAction/resolve', fix)) as CodeAction) : fix;
      assert.ok(whole.edit !== undefined);
      const text = applied(whole.edit, uri, manifest, editor);
      client.change(uri, text);
      const pushes = (): Diagnostic[] | undefined => client.pushed(uri)?.diagnostics;
      const left = editor.pulls
        ? await client.diagnostics(uri)
        : await client.until(() => (find(pushes() ?? []) === undefined ? pushes() : undefined));
      assert.equal(find(left), undefined, text);
    });

    it('is asked only for what it said that it can', async (t) => {
      const { client } = await start(editor);
      t.after(() => client.stop());
      await client.request('seaworthy/ping', null);
      const { workspace } = editor.capabilities;
      const may = (method: string): boolean =>
        (method === 'workspace/didChangeWatchedFiles' &&
          workspace?.didChangeWatchedFiles?.dynamicRegistration === true) ||
        (method === 'workspace/didChangeConfiguration' &&
          workspace?.didChangeConfiguration?.dynamicRegistration === true) ||
        (method === 'workspace/didChangeWorkspaceFolders' && workspace?.workspaceFolders === true);
      assert.deepEqual(
        registered(client).filter((method) => !may(method)),
        [],
      );
      const asked = client.notifications.map(({ method }) => method);
      assert.ok(workspace?.configuration === true || !asked.includes('workspace/configuration'));
    });
  });
