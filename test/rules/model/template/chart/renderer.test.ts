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
