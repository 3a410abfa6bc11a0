import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matches, readSelector, steadyLabels } from '../../../../rules/model/kubernetes/labels.ts';
import { Field } from '../../../../rules/yaml/field.ts';
import { parseDocument } from '../../../../rules/yaml/parse.ts';

const selector = (text: string): ReturnType<typeof readSelector> => readSelector(Field.root(parseDocument(text), true));
const selects = (text: string, labels: { readonly [key: string]: string }): boolean | undefined => {
  const read = selector(text);
  return read === undefined ? undefined : matches(read, labels);
};

describe('a selector', () => {
  it('of nothing selects everything', () => assert.equal(selects('{}', {}), true));
  it('needs every label', () => {
    assert.equal(selects('matchLabels: {a: x, b: y}', { a: 'x', b: 'y', c: 'z' }), true);
    assert.equal(selects('matchLabels: {a: x, b: y}', { a: 'x' }), false);
  });
  it('of expressions alone is read (checkov #7668 takes it for everything, Kubescape for nothing)', () => {
    const text = 'matchExpressions: [{key: a, operator: In, values: [x, y]}]';
    assert.equal(selects(text, { a: 'y' }), true);
    assert.equal(selects(text, { a: 'z' }), false);
    assert.equal(
      selects('matchExpressions: [{key: a, operator: NotIn, values: [x]}]', {}),
      true,
      'a missing key is not in the list',
    );
    assert.equal(selects('matchExpressions: [{key: a, operator: Exists}]', { b: '' }), false);
    assert.equal(selects('matchExpressions: [{key: a, operator: DoesNotExist}]', { b: '' }), true);
  });
  it('with a number reads it as text', () => assert.equal(selects('matchLabels: {a: 1}', { a: '1' }), true));
  it('with an inherited name is no trap', () => assert.equal(selects('matchLabels: {constructor: x}', {}), false));
  it('is unknown when a part of it is', () => {
    assert.equal(selects('matchLabels: {a: {{ .V }}}', { a: 'x' }), undefined);
    assert.equal(selects('matchExpressions: [{key: a, operator: Like}]', {}), undefined);
  });
});

describe('labels to select pods by', () => {
  it('are those that never change, unless they miss the pods', () => {
    const labels = { app: 'web', version: '2' };
    assert.deepEqual(steadyLabels({ app: 'web' }, labels), { app: 'web' });
    assert.deepEqual(steadyLabels({ app: 'web' }, undefined), { app: 'web' });
    assert.deepEqual(steadyLabels({}, labels), labels);
    assert.deepEqual(steadyLabels({ app: 'other' }, labels), labels);
    assert.deepEqual(steadyLabels({}, undefined), {});
  });
});
