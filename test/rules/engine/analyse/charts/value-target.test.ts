import assert from 'node:assert/strict';
import { it } from 'node:test';
import { rendering } from '../../../../../rules/engine/analyse/charts/rendering.ts';
import { targetOf } from '../../../../../rules/engine/analyse/charts/value-target.ts';
import type { Change } from '../../../../../rules/yaml/change.ts';
import { Field } from '../../../../../rules/yaml/field.ts';
import { chartYaml } from '../../../../harness/chart.ts';

const values = 'v: x\nmap: { a: 1 }\nopen: true # for now\nempty: {}\nlist: [p]\n';

/** The field of the values that a change of a field is about; of what is removed, what becomes of it. */
function target(text: string, ...keys: readonly string[]): string {
  return changed(text, keys, (field) => field.set('new'));
}

function changed(text: string, keys: readonly string[], make: (field: Field) => Change): string {
  const files = [
    { path: 'Chart.yaml', text: chartYaml },
    { path: 'values.yaml', text: values },
    { path: 'templates/a.yaml', text },
  ];
  const textOf = (path: string): string | undefined => files.find((file) => file.path === path)?.text;
  const template = rendering(files, undefined, new Map(), new Map()).templates.get('templates/a.yaml');
  const [place] = template?.documents ?? [];
  assert.ok(template !== undefined && place !== undefined);
  const change = make(Field.root(place.document, true).at(...keys));
  const made = targetOf(change, template, place, textOf);
  if (typeof made === 'string') return made;
  if ('refused' in made) return made.refused;
  const { change: own } = made;
  if (own.kind !== 'set') return own.kind;
  return `${made.path} ${own.field.path}${own.value === 'new' ? '' : `: ${own.value}`}`;
}

it('a switch that is removed is turned off, and another value is removed', () => {
  assert.equal(
    changed('a: {{ .Values.open }}\n', ['a'], (field) => field.remove()),
    'values.yaml open: false',
  );
  assert.equal(
    changed('a: {{ .Values.v }}\n', ['a'], (field) => field.remove()),
    'remove',
  );
});

it('a value is that of the values file', () => assert.equal(target('a: {{ .Values.v }}\n', 'a'), 'values.yaml v'));

it('what is missing in a printed map is missing in the values', () => {
  assert.equal(target('a: {{- toYaml .Values.empty | nindent 2 }}\n', 'a', 'b', 'c'), 'values.yaml empty.b.c');
  assert.equal(target('a: {{- toYaml .Values.map | nindent 2 }}\n', 'a', 'b'), 'values.yaml map.b');
});

it('what switches a key on decides it', () => {
  const text = 'm:\n  x: 1\n{{- with .Values.empty }}\n  a:\n    {{- toYaml . | nindent 4 }}\n{{- end }}\n';
  assert.equal(target(text, 'm', 'a', 'b'), 'values.yaml empty.b');
  assert.equal(target(text.replace('empty', 'w'), 'm', 'a', 'b'), 'template');
});

it('literal text is of the template, and what is worked out of nobody', () => {
  assert.equal(target('a: text\n', 'a'), 'template');
  assert.match(target('a: {{ .Values.v | upper }}\n', 'a'), /works this value out/);
});
