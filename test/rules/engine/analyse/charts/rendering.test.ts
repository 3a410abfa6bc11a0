import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type DocumentCache, type Rendering, rendering } from '../../../../../rules/engine/analyse/charts/rendering.ts';

const chart = { path: 'Chart.yaml', text: 'apiVersion: v2\nname: shop\nversion: 1.0.0\n' };

it('documents of a text that did not change are the same', () => {
  const template = { path: 'templates/a.yaml', text: 'a: {{ .Values.a }}\n---\nb: 1\n' };
  const [first, second]: DocumentCache[] = [new Map(), new Map()] as const;
  const documents = (text: string, known: DocumentCache, used: DocumentCache) =>
    rendering([chart, template, { path: 'values.yaml', text }], undefined, known, used).templates.get(
      'templates/a.yaml',
    )?.documents ?? [];
  const before = documents('a: 1\n', new Map(), first as DocumentCache);
  const after = documents('a: 2\n', first as DocumentCache, second as DocumentCache);
  assert.notEqual(after[0]?.document, before[0]?.document);
  assert.equal(after[1]?.document, before[1]?.document);
});

it('a chart that cannot be read says why', () => {
  const why = (...files: { path: string; text: string }[]) => rendering(files, undefined, new Map(), new Map()).refused;
  assert.match(why().get('') ?? '', /Chart\.yaml file is missing/);
  assert.match(why({ path: 'Chart.yaml', text: `${chart.text}type: library\n` }).get('') ?? '', /library/);
  assert.match(why(chart, { path: 'templates/a.yaml', text: '{{ fail "x" }}' }).get('templates/a.yaml') ?? '', /x/);
});

it('a template that never ends is given up', () => {
  const text = '{{ range until 100000 }}{{ range until 1000 }}x{{ end }}{{ end }}';
  const { refused } = rendering([chart, { path: 'templates/a.yaml', text }], undefined, new Map(), new Map());
  assert.match(refused.get('templates/a.yaml') ?? '', /too many steps/);
});

it('charts that a repository of charts holds come from elsewhere', () => {
  const named = `${chart.text}dependencies:\n  - { name: a, version: 1.0.0, repository: "https://charts.example" }\n  - { name: b, version: 1.0.0, repository: "file://../b" }\n`;
  const below = (name: string) => ({ path: `charts/${name}/Chart.yaml`, text: chart.text.replace('shop', name) });
  const { vendored } = rendering([{ ...chart, text: named }, below('a'), below('b')], undefined, new Map(), new Map());
  assert.deepEqual(vendored, ['charts/a/']);
});

it('is the same again and again as anew, whatever is typed', () => {
  const part = (text: string): string => `{{ define "p" }}${text}{{ end }}`;
  const base = {
    'Chart.yaml': chart.text,
    'values.yaml': 'a: 1\nm: { k: v }\n',
    'templates/_p.tpl': part('p: {{ .Values.a }}'),
    'templates/a.yaml': 'x: {{ .Values.a }}\n{{ include "p" . }}\n',
    'templates/b.yaml': 'y: {{ .Values.m.k }}\n',
  };
  const versions: Readonly<Record<string, string>>[] = [
    base,
    { ...base, 'templates/b.yaml': 'y: changed\n' },
    { ...base, 'templates/_p.tpl': part('p: other') },
    { ...base, 'templates/_p.tpl': part('{{ fail "x" }}') },
    { ...base, 'templates/b.yaml': '{{ $_ := set .Values "a" 9 }}y: 1\n' },
    { ...base, 'templates/b.yaml': '{{ $_ := set . "z" 9 }}y: 2\n', 'values.yaml': 'a: 2\nm: {}\n' },
    { ...base, 'templates/c.yaml': '{{ template "p" . }}\n' },
    base,
  ];
  const said = ({ templates, refused }: Rendering): unknown => [
    [...templates].map(([path, { provenance }]) => [path, provenance.text]),
    [...refused],
  ];
  let last: Rendering | undefined;
  for (const version of versions) {
    const files = Object.entries(version).map(([path, text]) => ({ path, text }));
    last = rendering(files, undefined, new Map(), new Map(), last);
    assert.deepEqual(said(last), said(rendering(files, undefined, new Map(), new Map())));
  }
});

it('a trial with another text renders that alone, and leaves nothing behind', () => {
  const files = (b: string) => [
    chart,
    { path: 'values.yaml', text: 'm: { k: v }\n' },
    { path: 'templates/a.yaml', text: 'a: 1\n' },
    { path: 'templates/b.yaml', text: b },
    { path: 'templates/c.yaml', text: 'c: {{ .Values.m.k }}\n' },
  ];
  const made = (b: string, before?: Rendering): Rendering =>
    rendering(files(b), undefined, new Map(), new Map(), before);
  const now = made('b: 1\n');
  const tried = made('b: {{ set .Values.m "k" "other" | len }}\n', now);
  assert.equal(tried.templates.get('templates/a.yaml'), now.templates.get('templates/a.yaml'));
  const after = made('b: {{ .Values.m.k }}\n', now);
  assert.equal(after.templates.get('templates/b.yaml')?.provenance.text, 'b: v\n');
});
