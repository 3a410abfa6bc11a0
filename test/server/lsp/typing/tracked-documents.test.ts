import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { applyEdits, type TextEdit } from '../../../../rules/text/edit.ts';
import { trackedDocuments } from '../../../../server/lsp/typing/tracked-documents.ts';

const before = 'a: 1\nb: 2\nc: 3\n';

function changed(changes: readonly TextDocumentContentChangeEvent[]): { text: string; heard: readonly TextEdit[] } {
  const heard: TextEdit[] = [];
  const { create, update } = trackedDocuments((uri, edits) => {
    assert.equal(uri, 'file:///a.yaml');
    heard.push(...edits);
  });
  const document = update(create('file:///a.yaml', 'yaml', 1, before), [...changes], 2);
  return { text: document.getText(), heard };
}

const replay = (edits: readonly TextEdit[]): string => edits.reduce((text, edit) => applyEdits(text, [edit]), before);

it('several changes are heard one after the other', () => {
  const at = (line: number, character: number): { line: number; character: number } => ({ line, character });
  const { text, heard } = changed([
    { range: { start: at(2, 3), end: at(2, 4) }, text: '30' },
    { range: { start: at(0, 0), end: at(0, 0) }, text: 'z: 0\n' },
    { range: { start: at(1, 3), end: at(1, 4) }, text: '10' },
  ]);
  assert.equal(text, 'z: 0\na: 10\nb: 2\nc: 30\n');
  assert.equal(replay(heard), text);
  assert.equal(heard.length, 3);
});

it('of a whole text, what differs was changed', () => {
  const whole = 'a: 1\nb: 20\nc: 3\nd: 4\n';
  const { text, heard } = changed([{ text: whole }]);
  assert.equal(text, whole);
  assert.equal(replay(heard), whole);
  assert.ok(
    heard.every((edit) => edit.start > 5),
    'the first line was not changed',
  );
});

it('a whole text that is the same is no change', () => {
  assert.deepEqual(changed([{ text: before }]).heard, []);
});
