import assert from 'node:assert/strict';
import { it } from 'node:test';
import { forgetTree, treeOf } from '../../../../../rules/model/template/chart/trees.ts';

it('a text is read once, until it is forgotten', () => {
  const tree = treeOf('{{ .Values.kept }}');
  assert.equal(treeOf('{{ .Values.kept }}'), tree);
  forgetTree('{{ .Values.kept }}');
  assert.notEqual(treeOf('{{ .Values.kept }}'), tree);
});

it('of too many texts, those that nobody asked for lately are forgotten', () => {
  const [old, used] = ['{{ .Values.old }}', '{{ .Values.used }}'].map((text) => ({ text, tree: treeOf(text) }));
  for (let i = 0; i < 180; i++) {
    treeOf(`${'x'.repeat(50_000)}${i}`);
    if (used !== undefined) assert.equal(treeOf(used.text), used.tree);
  }
  assert.notEqual(treeOf(old?.text ?? ''), old?.tree);
});
