import assert from 'node:assert/strict';
import { it } from 'node:test';
import { loadChart } from '../../../../../rules/model/template/chart/chart.ts';
import { Renderer } from '../../../../../rules/model/template/chart/renderer.ts';

const texts: Record<string, string> = {
  'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'templates/_p.tpl': '{{ define "p" }}old{{ end }}',
  'templates/a.yaml': 'a: {{ include "p" . }}\n',
  'templates/b.yaml': 'b: 1\n',
};

function rendererOf(files: Readonly<Record<string, string>>): Renderer {
  const chart = loadChart(Object.entries(files).map(([path, text]) => ({ path, text })));
  return new Renderer(chart, { values: new Map(), release: 'shop', namespace: 'default', kubernetesVersion: '1.37.0' });
}

it('a template is executed again only where it, or what it includes, changed', () => {
  const renderer = rendererOf(texts);
  const at = (path: string, text: string) => {
    const { files } = renderer.attempt((asked) => (asked === path ? text : texts[asked]));
    return new Map(files.map((file) => [file.path, file]));
  };
  const first = at('', '');
  const second = at('templates/_p.tpl', '{{ define "p" }}new{{ end }}');
  assert.equal(String(second.get('templates/a.yaml')?.text), 'a: new\n');
  assert.equal(second.get('templates/b.yaml'), first.get('templates/b.yaml'));
  assert.ok(!renderer.isSpent);
});

it('a template that fails hurts no other one, and what is not there is unknown', () => {
  const renderer = rendererOf({
    ...texts,
    'templates/c.yaml': '{{ fail "x" }}',
    'templates/d.yaml': '{{ include "q" . }}',
  });
  const { files, failed } = renderer.attempt(() => undefined);
  assert.deepEqual([...failed.keys()], ['templates/c.yaml']);
  assert.match(files.find(({ path }) => path === 'templates/d.yaml')?.text.toString() ?? '', /\uE0F2/);
});

it('values that a template changed are not used again', () => {
  const renderer = rendererOf({ ...texts, 'templates/b.yaml': '{{ $_ := set .Values "a" 1 }}b: 1\n' });
  renderer.attempt(() => undefined);
  assert.ok(renderer.isSpent);
});

it('what a chart that is not there sets for itself is unknown, and what is set for it is not', () => {
  const wanted =
    'dependencies:\n  - { name: db, version: 1.x.x, repository: "https://charts.example", condition: db.enabled }\n';
  const made = (values: string, line: string): string => {
    const files = { 'Chart.yaml': `${texts['Chart.yaml']}${wanted}`, 'values.yaml': values, 'templates/a.yaml': line };
    const { files: all, failed } = rendererOf(files).attempt(() => undefined);
    return all[0]?.text.toString() ?? [...failed.values()][0]?.reason ?? '';
  };
  const unknown = /^(?:a: )?"?[\uE0F0\uE0F1][^\uE0F2]*\uE0F2"?$/;
  const on = 'db: { enabled: true, auth: { user: shop } }\n';
  for (const line of [
    'a: {{ .Values.db.port }}',
    'a: {{ .Values.db.primary.service.port | int }}',
    'a: {{ .Values.db.auth.password | default "x" }}',
    'a: {{ hasKey .Values.db "port" }}',
    'a: {{ get .Values.db "port" }}',
    'a: {{ dig "auth" "password" "x" .Values.db }}',
    'a: {{ toYaml .Values.db }}',
    'a: {{ toJson .Values.db.auth }}',
    'a: {{ merge (dict) .Values.db | toYaml }}',
    'a: {{ len .Values.db }}',
    'a: {{ .Subcharts.db.Values.port }}',
    '{{ if .Values.db.auth.secret }}a: 1{{ end }}',
    '{{ range $key, $value := .Values.db.auth }}{{ $key }}{{ end }}',
  ])
    assert.match(made(on, line), unknown, line);
  assert.equal(made(on, 'a: {{ .Values.db.auth.user }}{{ hasKey .Values.db "enabled" }}'), 'a: shoptrue');
  assert.equal(made('db: { enabled: false }\n', 'a: {{ .Values.db.port }}'), 'a: ');
  assert.match(made('db: { enabled: false }\n', 'a: {{ .Values.db.primary.port }}'), /nil pointer/);
});
