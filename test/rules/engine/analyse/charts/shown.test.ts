import assert from 'node:assert/strict';
import { it } from 'node:test';
import { rendering } from '../../../../../rules/engine/analyse/charts/rendering.ts';
import { shownText } from '../../../../../rules/engine/analyse/charts/shown.ts';
import { chartYaml } from '../../../../harness/chart.ts';

const made = rendering(
  [
    { path: 'Chart.yaml', text: chartYaml },
    { path: 'values.yaml', text: 'a: 1\n' },
    { path: 'templates/a.yaml', text: 'a: {{ .Values.a }}\nb: {{ lookup "v1" "Pod" "" "" }}\n' },
    { path: 'templates/b.yaml', text: 'c: 1\n' },
    { path: 'templates/c.yaml', text: '{{ fail "because" }}' },
  ],
  undefined,
  new Map(),
  new Map(),
);

it('a template is shown as it renders, with why something is unknown', () => {
  const text = shownText(made, 'templates/a.yaml');
  assert.match(text, /default values/);
  assert.match(text, /---\n# Source: templates\/a\.yaml\na: 1\nb: <unknown: what the cluster holds \(lookup\)>\n$/);
  assert.doesNotMatch(text, /b\.yaml/);
});

it('values show all templates, and which one is not rendered', () => {
  const text = shownText(made, 'values.yaml');
  assert.match(text, /a\.yaml[\s\S]*b\.yaml[\s\S]*# templates\/c\.yaml is not rendered: .*because/);
});
