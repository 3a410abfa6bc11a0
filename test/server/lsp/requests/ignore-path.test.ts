import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { Client } from '../client.ts';
import { privileged } from '../texts.ts';

it('leaves a file out by the configuration', async (t) => {
  const client = await Client.start({ files: { 'closed.yaml': privileged } });
  t.after(() => client.stop());
  const edit = (await client.request('seaworthy/ignorePath', {
    uri: client.uri('shop/closed.yaml'),
  })) as WorkspaceEdit;
  const [create, change] = edit.documentChanges ?? [];
  assert.deepEqual(create, {
    kind: 'create',
    uri: client.uri('shop/.seaworthy.yaml'),
    options: { ignoreIfExists: true },
  });
  assert.deepEqual(
    (change as TextDocumentEdit).edits.map((one) => ('newText' in one ? one.newText : '')),
    ['ignorePaths:\n  - "/closed.yaml"\n'],
  );
});
