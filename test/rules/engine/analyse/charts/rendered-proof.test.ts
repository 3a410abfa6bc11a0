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

function isProved(before: string, after: string): boolean {
  const first = rendered(before);
  const place = first.templates.get('templates/a.yaml')?.documents[0] as RenderedDocument;
  const change = Field.root(place.document, true).at('spec', 'c', 'privileged').set(false);
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
