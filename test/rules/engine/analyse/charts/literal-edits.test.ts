import assert from 'node:assert/strict';
import { it } from 'node:test';
import { literalEdits } from '../../../../../rules/engine/analyse/charts/literal-edits.ts';
import { rendering } from '../../../../../rules/engine/analyse/charts/rendering.ts';
import { applyEdits } from '../../../../../rules/text/edit.ts';
import { Field } from '../../../../../rules/yaml/field.ts';
import { chartYaml } from '../../../../harness/chart.ts';

function written(text: string, keys: readonly string[], value: string | boolean): string {
  const files = [
    { path: 'Chart.yaml', text: chartYaml },
    { path: 'values.yaml', text: 'v: 1\n' },
    { path: 'templates/a.yaml', text },
  ];
  const template = rendering(files, undefined, new Map(), new Map()).templates.get('templates/a.yaml');
  const [place] = template?.documents ?? [];
  assert.ok(template !== undefined && place !== undefined);
  const change = Field.root(place.document, true)
    .at(...keys)
    .set(value);
  const made = literalEdits(template, place, [change], () => text);
  return 'refused' in made ? made.refused : applyEdits(text, made.edits);
}

it('a value is replaced between actions', () => {
  assert.equal(
    written('a: {{ .Values.v }}\nb: old\nc: {{ 1 }}\n', ['b'], 'new'),
    'a: {{ .Values.v }}\nb: new\nc: {{ 1 }}\n',
  );
});

it('a key is added behind an action', () => {
  assert.equal(written('m:\n  a: {{ .Values.v }}\n', ['m', 'b'], true), 'm:\n  a: {{ .Values.v }}\n  b: true\n');
});

it('what an action writes is left alone', () => {
  assert.match(written('b: {{ .Values.v }}\n', ['b'], 'x'), /An action/);
});

it('a key that stands in a branch is not written again', () => {
  assert.match(
    written('m:\n  a: 1\n{{ if .Values.w }}\n  b: 2\n{{ end }}', ['m', 'b'], true),
    /b only with other values/,
  );
});

it('a key is added behind the last one that literal text follows', () => {
  assert.equal(
    written(
      'm:\n  a: 1\n  c:\n    {{- toYaml .Values | nindent 4 }}\n  {{- with .Values.w }}{{ end }}\n',
      ['m', 'b'],
      true,
    ),
    'm:\n  a: 1\n  b: true\n  c:\n    {{- toYaml .Values | nindent 4 }}\n  {{- with .Values.w }}{{ end }}\n',
  );
});

it('a key is added in the branch that its map stands in', () => {
  assert.equal(
    written('m:\n  a: 1\n  {{- if .Values.v }}\n  c: 1\n  {{- end }}\n', ['m', 'b', 'd'], true),
    'm:\n  a: 1\n  b:\n    d: true\n  {{- if .Values.v }}\n  c: 1\n  {{- end }}\n',
  );
  const all = '{{- if .Values.v }}\nm:\n  {{ if 1 }}a: 1{{ else }}a: 2{{ end }}\n  c: 1\n{{- end }}\n';
  assert.equal(written(all, ['m', 'b'], true), all.replace('  c: 1', '  c: 1\n  b: true'));
});

it('a key is added beside what is unknown', () => {
  const text = 'm:\n  a: {{ lookup "v1" "Secret" "a" "b" }}\n  c: 1\n';
  assert.equal(written(text, ['m', 'b'], true), `${text}  b: true\n`);
});
