import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Field } from '../../../rules/yaml/field.ts';
import { parseDocument } from '../../../rules/yaml/parse.ts';
import { problemLimit } from '../../../rules/yaml/tree.ts';

const root = (text: string): Field => Field.root(parseDocument(text), true);

describe('whatever the text, a document comes back', () => {
  const nasty: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['a byte order mark alone', '\uFEFF'],
    ['an unclosed [ before 5,000 lines, which overflows the parser', `a: [\n${'key: value\n'.repeat(5000)}`],
    ['an unclosed { before 5,000 lines', `a: {\n${'key: value\n'.repeat(5000)}`],
    ['20,000 keys in one map', Array.from({ length: 20_000 }, (_, i) => `k${i}: 1\n`).join('')],
    [
      '10,000 anchors and aliases',
      Array.from({ length: 10_000 }, (_, i) => `k${i}: &a${i} 1\nu${i}: *a${i}\n`).join(''),
    ],
    ['deep flow nesting', '['.repeat(1000)],
    ['deep dashes', '- '.repeat(1000)],
    ['a tab as indentation', 'a:\n\tb: 1\n'],
    ['control characters', 'a: \u0001\u0002\n'],
    ['a lone surrogate', 'a: \ud83d\n'],
    ['an explicit key without a value', '? a\n'],
  ];
  for (const [name, text] of nasty) it(name, () => assert.ok(parseDocument(text).problems.length <= problemLimit));
});

describe('problems', () => {
  it('a list further left than its beginning is told of its indentation', () => {
    const messages = (text: string): readonly string[] => parseDocument(text).problems.map(({ message }) => message);
    assert.match(messages('volumes:\n  - name: a\n - name: b\n').join('\n'), /check the indentation/);
    assert.match(messages('spec:\n  list:\n    - a\n   - b\n').join('\n'), /check the indentation/);
    assert.deepEqual(messages('? {a: 1}\n: b\n'), ['A key has to be a text.']);
    assert.deepEqual(messages('? [a]\n: b\n'), ['A key has to be a text.']);
  });

  for (const [name, text] of [
    ['brackets', `a: ${'['.repeat(100_000)}`],
    ['braces', `a: ${'{a: '.repeat(100_000)}`],
    ['dashes', `a:\n  ${'- '.repeat(100_000)}`],
  ] as const)
    it(`say of 100,000 ${name} what a person can do something about`, () => {
      const { problems } = parseDocument(text);
      assert.ok(problems.length > 0);
      for (const { message } of problems) assert.doesNotMatch(message, /call stack/);
    });

  it('are sentences with a place in the text', () => {
    const [problem] = parseDocument('a: "x\n').problems;
    assert.match(problem?.message ?? '', /^[A-Z].*\.$/);
    assert.ok((problem?.end ?? 99) <= 6);
  });

  it('leave the rest readable', () => assert.equal(root('a: 1\nb: [1\nc: 2\n').at('a').integer, 1));
});

it('a key that is an alias has the text of what it stands for', () => {
  const r = root('a: &app web\nb:\n  *app :\n    c: 1\n  *none : 2\n');
  assert.equal(r.at('b', 'web', 'c').integer, 1);
  assert.deepEqual(r.at('b').keys, ['web']);
});

describe('templates outside charts', () => {
  it('an unquoted action makes its field unknown, and no other', () => {
    const r = root('a: {{ .V }}\nb: x-{{ .V }}-y\nc: 1\n');
    assert.deepEqual(
      ['a', 'b', 'c'].map((key) => r.at(key).state),
      ['templated', 'templated', 'value'],
    );
  });

  it('a line below a key without a value leaves the map open, with either line ending', () => {
    for (const below of [
      'labels:\n    {{- labels }}\n',
      'labels:\r\n    {{- labels }}\r\n',
      'labels: # ours\n    {{- labels }}\n',
    ]) {
      const metadata = Field.root(parseDocument(`metadata:\n  ${below}`), true).at('metadata');
      assert.equal(metadata.at('labels', 'team').missing, false, JSON.stringify(below));
    }
  });

  it('quoted and block scalars are plain text (complaint 17: a Grafana dashboard or an alert template is no chart)', () => {
    const r = root('a: "{{ $labels.pod }}"\nb: |\n  {{ if x }}\n  y\nc: \'{{ x }}\'\nd: 1\n');
    assert.equal(r.at('a').string, '{{ $labels.pod }}');
    assert.match(r.at('b').string ?? '', /^\{\{ if x \}\}/);
    assert.equal(r.at('c').string, '{{ x }}');
    assert.equal(r.at('z').missing, true);
  });

  it('a line of its own may write any key of the maps around it, so that nothing is missing there; what is written is read', () => {
    const r = root('a:\n  {{- if .V }}\n  b: 1\n  {{- end }}\n');
    assert.equal(r.at('a', 'b').integer, 1);
    assert.equal(r.at('a', 'c').missing, false);
    assert.equal(r.at('d').missing, false);
  });

  it("Jinja's statements and comments are no YAML, and what stands between them is read", () => {
    for (const end of ['\n', '\r\n']) {
      const lines = [
        'a: 1',
        '{# why #}',
        'b:',
        '  {% for c in list %}',
        '  - c: {{ c }}',
        '  {%- endfor %}',
        'd: {% if x %}1{% endif %}',
      ];
      const text = `${lines.join(end)}${end}`;
      assert.deepEqual(parseDocument(text).problems, [], JSON.stringify(text));
      const r = root(text);
      assert.equal(r.at('a').integer, 1);
      assert.equal(r.at('b').items[0]?.at('c').state, 'templated');
      assert.equal(r.at('d').state, 'templated');
      assert.equal(r.at('z').missing, false, 'a comment may stand for a key');
    }
  });

  it('what only looks like a statement is text', () => {
    const r = root('a: echo {%s ${#list} | jq {#x\nb: "{% if x %}"\nc: |\n  {% if x %}\n  y\n');
    assert.equal(r.at('a').string, 'echo {%s ${#list} | jq {#x');
    assert.equal(r.at('b').string, '{% if x %}');
    assert.equal(r.at('c').string, '{% if x %}\ny\n');
  });

  it('keeps every offset', () => {
    const text = 'a: {{ .V }} # c\nb: 1\n';
    const b = root(text).at('b');
    assert.equal(text.slice(b.anchor.start, b.anchor.end), '1');
  });
});
