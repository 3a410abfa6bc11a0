import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { applyEdits } from '../../../../rules/text/edit.ts';
import { LineTable } from '../../../../rules/text/source.ts';
import type { ClosedPaths } from '../../../../server/protocol.ts';
import type { Client } from '../client.ts';
import { access, app, ask, files, using } from './attack-files.ts';

const close = async (client: Client, edits: readonly string[]): Promise<ClosedPaths> =>
  (await client.request('seaworthy/closePaths', { edits })) as ClosedPaths;

describe('closing attack paths', () => {
  const textOf = (text: string, change: TextDocumentEdit): string => {
    const lines = new LineTable(text);
    return applyEdits(
      text,
      (change.edits as TextEdit[]).map(({ range, newText }) => ({
        start: lines.offsetAt(range.start),
        end: lines.offsetAt(range.end),
        text: newText,
      })),
    );
  };

  it('makes the chosen edits in closed and open files, and leaves no way', () =>
    using({ files }, async (client) => {
      const uri = client.uri('shop/app.yaml');
      client.open(uri, `# unsaved\n${app}`);
      const found = await ask(client);
      const ids = found.edits.flatMap(({ choices }) => choices[0]?.id ?? []);
      const { edit, unmade, left } = await close(client, ids);
      assert.deepEqual([unmade, left], [[], 0]);
      const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
      const byUri = new Map(changes.map((change) => [change.textDocument.uri, change]));
      assert.equal(byUri.get(uri)?.textDocument.version, 1);
      const other = byUri.get(client.uri('shop/access.yaml'));
      assert.equal(other?.textDocument.version, null);
      assert.ok(other !== undefined);
      assert.match(textOf(access, other), /resources: \[pods\]/);
      assert.ok(Object.values(edit?.changeAnnotations ?? {}).every(({ needsConfirmation }) => needsConfirmation));
      // What was asked for on a copy changed nothing.
      assert.equal((await ask(client)).paths.length, 2);
      client.change(uri, textOf(`# unsaved\n${app}`, byUri.get(uri) as TextDocumentEdit));
      assert.deepEqual(
        (await ask(client)).paths.map(({ to }) => to),
        ['secret/*'],
      );
    }));

  it('says how many ways are left, and what no fix makes', () =>
    using(
      {
        files: { ...files, 'app.yaml': app.replace('serviceAccountName: web', 'automountServiceAccountToken: false') },
      },
      async (client) => {
        const ids = (await ask(client)).edits.flatMap(({ choices }) => choices.map(({ id }) => id));
        assert.deepEqual([(await close(client, [])).left, (await close(client, ids)).left], [1, 0]);
        assert.equal((await close(client, ['unknown'])).edit, null);
      },
    ));
});
