import assert from 'node:assert/strict';
import { it } from 'node:test';
import { LineTable } from '../../../rules/text/source.ts';
import { toWorkspaceEdit } from '../../../server/lsp/convert.ts';

const edits = [
  { start: 0, end: 1, text: 'name: NAME-OF-THE-SECRET # ${HOME} \\ }' },
  { start: 2, end: 3, text: 'plain $x' },
];
const at = (character: number): object => ({
  start: { line: 0, character },
  end: { line: 0, character: character + 1 },
});

it('selects what only the author knows, where the client can', () => {
  const client = { versionedEdits: true, snippetEdits: true };
  assert.deepEqual(toWorkspaceEdit('file:///a', 7, new LineTable('abcd'), edits, client), {
    documentChanges: [
      {
        textDocument: { uri: 'file:///a', version: 7 },
        edits: [
          {
            range: at(0),
            snippet: { kind: 'snippet', value: 'name: ${1:NAME-OF-THE-SECRET} # \\${HOME\\} \\\\ \\}' },
          },
          { range: at(2), newText: 'plain $x' },
        ],
      },
    ],
  });
});

it('writes plain text where the client has no snippets, or no versions', () => {
  const plain = [
    { range: at(0), newText: edits[0]?.text },
    { range: at(2), newText: 'plain $x' },
  ];
  const lines = new LineTable('abcd');
  assert.deepEqual(toWorkspaceEdit('file:///a', 7, lines, edits, { versionedEdits: true, snippetEdits: false }), {
    documentChanges: [{ textDocument: { uri: 'file:///a', version: 7 }, edits: plain }],
  });
  assert.deepEqual(toWorkspaceEdit('file:///a', 7, lines, edits, { versionedEdits: false, snippetEdits: true }), {
    changes: { 'file:///a': plain },
  });
});

it('selects nothing where the editor would indent further lines', () => {
  const text = 'a:\n    value: x\n';
  const selects = (written: string, start: number, document?: string): boolean => {
    const client = { versionedEdits: true, snippetEdits: true };
    const given = [
      { start, end: start, text: written },
      { start: 0, end: 1, text: 'name: NAME-OF-THE-SECRET' },
    ];
    const [change] =
      toWorkspaceEdit('file:///a', 7, new LineTable(text), given, client, document).documentChanges ?? [];
    return change !== undefined && 'edits' in change && change.edits.some((edit) => 'snippet' in edit);
  };
  assert.equal(selects('b:\n  c: 1\n', 3, text), true);
  assert.equal(selects('b: 1', 7, text), true);
  assert.equal(selects('b:\n  c: 1\n', 7, text), false);
  assert.equal(selects('b:\n  c: 1\n', 7), false);
});
