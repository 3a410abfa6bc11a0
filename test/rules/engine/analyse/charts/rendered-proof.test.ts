import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isAsSaid } from '../../../../../rules/engine/analyse/charts/rendered-proof.ts';
import {
  type RenderedDocument,
  type Rendering,
  rendering,
} from '../../../../../rules/engine/analyse/charts/rendering.ts';
import { Field } from '../../../../../rules/yaml/field.ts';
import { chartYaml } from '../../../../harness/chart.ts';

function rendered(text: string): Rendering {
  const files = [
    { path: 'Chart.yaml', text: chartYaml },
    { path: 'templates/a.yaml', text },
  ];
  return rendering(files, undefined, new Map(), new Map());
}

function isProved(before: string, after: string, ...keys: readonly (string | number)[]): boolean {
  const path = keys.length === 0 ? ['spec', 'c', 'privileged'] : keys;
  const first = rendered(before);
  const place = first.templates.get('templates/a.yaml')?.documents[0] as RenderedDocument;
  const change = Field.root(place.document, true)
    .at(...path)
    .set(false);
  return isAsSaid(first, rendered(after), place, [change]);
}

const before = 'spec:\n  c:\n    privileged: true\n  other: 1\n';

it('what is said is proved, and in more documents of the same kind', () => {
  assert.ok(isProved(before, before.replace('true', 'false')));
  const two = `${before}---\n${before.replace('other: 1', 'other: 2')}`;
  assert.ok(isProved(two, two.replaceAll('true', 'false')));
});

it('what is more or less than that is not', () => {
  assert.ok(!isProved(before, before));
  assert.ok(!isProved(before, before.replace('true', 'false').replace('1', '2')));
  assert.ok(!isProved(before, `${before.replace('true', 'false')}---\na: 1\n`));
  assert.ok(!isProved(before, before.replace('true', '{{ fail "x" }}')));
});

it('an empty map that is filled more than one level deep is proved, and what only bears its key is not', () => {
  const empty = 'c: {}\nd: { c: 1 }\nl: [{ a: {} }, [x, y]]\n';
  const deep = empty.replace('c: {}', 'c: { k: { drop: false } }');
  assert.ok(isProved(empty, deep, 'c', 'k', 'drop'));
  assert.ok(!isProved(empty, deep.replace('c: 1', 'c: 2'), 'c', 'k', 'drop'));
  const item = empty.replace('a: {}', 'a: { b: false }');
  assert.ok(isProved(empty, item, 'l', 0, 'a', 'b'));
  assert.ok(!isProved(empty, item.replace('x', 'z'), 'l', 0, 'a', 'b'));
});

it('an item of another list is no part of what is written into the first item of one', () => {
  const list = 'l: [{ a: 1 }]\nm: [x]\n';
  assert.ok(isProved(list, list.replace('1', 'false'), 'l', 0, 'a'));
  assert.ok(!isProved(list, list.replace('1', 'false').replace('x', 'z'), 'l', 0, 'a'));
});
