import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadChart } from '../../../../../rules/model/template/chart/chart.ts';
import { renderChart } from '../../../../../rules/model/template/chart/render.ts';
import { readValues } from '../../../../../rules/model/template/chart/values-file.ts';

const head = (name: string, more = ''): string => `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${more}`;

/** @returns the text of each template that is not empty, or why there is none. */
function rendered(files: Readonly<Record<string, string>>, values = '', kubernetesVersion = '1.34'): unknown {
  const chart = loadChart(
    Object.entries({ 'Chart.yaml': head('shop'), ...files }).map(([path, text]) => ({ path, text })),
  );
  const options = { values: readValues(values, 'v'), release: 'r', namespace: 'n', kubernetesVersion };
  const made = renderChart(chart, options);
  if ('refused' in made) return made.refused.reason;
  const texts = made.files.map(({ template, text }) => [template, String(text)] as const);
  return Object.fromEntries(texts.filter(([, text]) => text.trim() !== ''));
}

describe('a chart that is rendered', () => {
  it('makes a text of each template but those that others use', () =>
    assert.deepEqual(
      rendered({
        'templates/_p.tpl': '{{ define "p" }}{{ .Release.Name }}{{ end }}unseen',
        'templates/a.yaml': '{{ include "p" . }} {{ .Release.Namespace }} {{ .Template.Name }} {{ .Chart.Name }}',
        'templates/NOTES.txt': 'hello',
      }),
      { 'shop/templates/a.yaml': 'r n shop/templates/a.yaml shop', 'shop/templates/NOTES.txt': 'hello' },
    ));

  it('gives subcharts their part of the values, and leaves out those that are switched off', () => {
    const files = {
      'Chart.yaml': head('shop', 'dependencies: [{name: db, version: 1.0.0, condition: db.enabled}]\n'),
      'values.yaml': 'global: {g: 1}\ndb: {size: 2}\n',
      'charts/db/Chart.yaml': head('db'),
      'charts/db/values.yaml': 'size: 1\n',
      'charts/db/templates/a.yaml': '{{ .Values.size }} {{ .Values.global.g }}',
    };
    assert.deepEqual(rendered(files), { 'shop/charts/db/templates/a.yaml': '2 1' });
    assert.deepEqual(rendered(files, 'db: {size: 3}'), { 'shop/charts/db/templates/a.yaml': '3 1' });
    assert.deepEqual(rendered(files, 'db: {enabled: false}'), {});
  });

  it('takes the definition of the parent where a subchart has one of the same name', () =>
    assert.deepEqual(
      rendered({
        'templates/_a.tpl': '{{ define "x" }}parent{{ end }}',
        'charts/db/Chart.yaml': head('db'),
        'charts/db/templates/_a.tpl': '{{ define "x" }}child{{ end }}',
        'charts/db/templates/a.yaml': '{{ include "x" . }}',
      }),
      { 'shop/charts/db/templates/a.yaml': 'parent' },
    ));

  it('has no value that is missing', () =>
    assert.deepEqual(rendered({ 'templates/a.yaml': 'a{{ .Values.no }}b<no value>c' }), {
      'shop/templates/a.yaml': 'abc',
    }));
});

describe('a chart that Helm refuses', () => {
  for (const [what, files, reason] of [
    ['of a library', { 'Chart.yaml': head('shop', 'type: library\n') }, /library charts are not installable/],
    ['for another version', { 'Chart.yaml': head('shop', 'kubeVersion: ">=1.40"\n') }, /requires kubeVersion/],
    ['without a chart it asks for', { 'Chart.yaml': head('shop', 'dependencies: [{name: db, version: 1}]\n') }, /db/],
    [
      'with values that its schema forbids',
      { 'values.yaml': 'a: text\n', 'values.schema.json': '{"properties":{"a":{"type":"integer"}}}' },
      /don't meet the specifications/,
    ],
    ['with a template that fails', { 'templates/a.yaml': '{{ fail "no" }}' }, /no/],
    ['with a template that cannot be read', { 'templates/a.yaml': '{{ if }}' }, /parse error/],
    [
      'that includes itself without end',
      { 'templates/a.yaml': '{{ define "x" }}{{ include "x" . }}{{ end }}{{ include "x" . }}' },
      /depth of calls/,
    ],
  ] as const)
    it(`${what} says why`, () => assert.match(String(rendered(files)), reason));
});
