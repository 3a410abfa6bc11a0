import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Landing, landingOf, landingOfHolder } from '../../../../../rules/engine/analyse/charts/landing.ts';
import { rendering } from '../../../../../rules/engine/analyse/charts/rendering.ts';

const values = 'name: web\nmap: { key: deep }\n';

/** Where a part of what a template makes is told. */
function told(template: string, part: string, of: typeof landingOf = landingOf): string {
  const made = rendering(
    [
      { path: 'Chart.yaml', text: 'apiVersion: v2\nname: shop\nversion: 1.0.0\n' },
      { path: 'values.yaml', text: values },
      { path: 'templates/a.yaml', text: template },
    ],
    undefined,
    new Map(),
    new Map(),
  ).templates.get('templates/a.yaml');
  assert.ok(made !== undefined);
  const start = made.provenance.text.indexOf(part);
  const landing: Landing | undefined = of({ start, end: start + part.length }, made);
  const text = landing?.path === 'values.yaml' ? values : template;
  return `${landing?.kind} ${landing?.path} ${text.slice(landing?.span.start, landing?.span.end)}`;
}

it('literal text is told where it is', () =>
  assert.equal(told('a: {{ 1 }}\nb: text\n', 'text'), 'text templates/a.yaml text'));

it('a value is told in the values file, with quotes around it or without', () => {
  assert.equal(told('a: {{ .Values.name }}\n', 'web'), 'value values.yaml web');
  assert.equal(told('a: {{ .Values.name | quote }}\n', '"web"'), 'value values.yaml web');
});

it('keys and values of a map are told where they stand in it', () => {
  assert.equal(told('{{ toYaml .Values.map }}\n', 'deep'), 'value values.yaml deep');
  assert.equal(told('{{ toYaml .Values.map }}\n', 'key'), 'value values.yaml key');
});

it('what is put together is told at its actions', () => {
  assert.equal(
    told('a: x-{{ .Values.name }}-{{ .Values.map.key }}\n', 'x-web-deep'),
    'action templates/a.yaml x-{{ .Values.name }}-{{ .Values.map.key }}',
  );
  assert.equal(told('a: {{ .Release.Name }}\n', 'shop'), 'action templates/a.yaml {{ .Release.Name }}');
});

it('what is not there is told at the line of its holder', () => {
  assert.equal(
    told('list:\n  - name: {{ .Values.name }}\n', 'web', landingOfHolder),
    'text templates/a.yaml name: {{ .Values.name }}',
  );
});
