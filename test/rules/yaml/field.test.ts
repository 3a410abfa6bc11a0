import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Field } from '../../../rules/yaml/field.ts';
import { parseDocument } from '../../../rules/yaml/parse.ts';

const root = (text: string, complete = true): Field => Field.root(parseDocument(text), complete);
const shown = (field: Field): string => field.document.text.slice(field.anchor.start, field.anchor.end);

describe('states', () => {
  it('tell absent, null, written and unknown apart', () => {
    const r = root('a:\nb: ~\nc: 1\nd: *nowhere\ne: {{ .V }}\n');
    assert.deepEqual(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => r.at(key).state),
      ['null', 'null', 'value', 'alias', 'templated', 'absent'],
    );
    assert.deepEqual(
      ['c', 'd', 'e'].map((key) => r.at(key).unknown),
      [false, true, true],
    );
  });

  it('make missing a sure thing only where everything is seen', () => {
    assert.equal(root('a: 1\n').at('b').missing, true);
    assert.equal(root('a: 1\n', false).at('b').missing, false, 'a patch');
    assert.equal(root('a: {{ .V }}\n').at('a', 'b').missing, false, 'below a template');
    assert.equal(root('a:\n  b: 1\n  {{ include "x" . }}\n').at('a', 'c').missing, false, 'beside a template line');
    assert.equal(root('a: *nowhere\n').at('a', 'b').missing, false, 'below an unknown alias');
    assert.equal(root('a: text\n').at('a', 'b').missing, true, 'below a text, which sets nothing');
    assert.equal(root('a:\n').at('a', 'b').missing, true, 'below null, which the API server drops');
    assert.equal(root('a: "\n').at('b').missing, false, 'in a damaged document');
  });

  it('know wrong types', () => {
    const r = root('a: "true"\nb: [1]\nc: 1\n');
    assert.equal(r.at('a').isWrongType('boolean'), true);
    assert.equal(r.at('b').isWrongType('list'), false);
    assert.equal(r.at('c').isWrongType('map'), true);
    assert.equal(r.at('z').isWrongType('map'), false, 'absent is no type');
  });
});

describe('merge keys and aliases', () => {
  const r = root(
    'base: &b\n  x: 1\n  w: 1\nover: &o\n  w: 2\nuse:\n  <<: [*o, *b]\n  z: 3\nsame: *b\nown:\n  <<: *b\n  x: 9\n',
  );

  it('earlier merges beat later ones, own keys beat both', () => {
    assert.deepEqual(
      ['x', 'w', 'z'].map((key) => r.at('use', key).integer),
      [1, 2, 3],
    );
    assert.equal(r.at('own', 'x').integer, 9);
    assert.deepEqual(
      r
        .at('use')
        .entries.map(([key]) => key)
        .sort(),
      ['w', 'x', 'z'],
    );
  });

  it('point at what is written here', () => {
    assert.equal(shown(r.at('same')), '*b');
    assert.equal(r.at('same', 'x').origin, 'alias');
    assert.equal(r.at('use', 'x').origin, 'merge');
  });

  it('end, also where an anchor holds an alias to itself', () => {
    assert.equal(root('a: &a\n  <<: *a\n  b: 1\n').at('a', 'b').integer, 1);
    assert.equal(root('a: &a\n  c: *a\n').at('a', 'c').state, 'alias');
    assert.match(parseDocument('a: &a\n  c: *a\n').problems[0]?.message ?? '', /anchor a contains itself/);
  });

  it('a billion laughs are not expanded', () => {
    const levels = Array.from({ length: 30 }, (_, i) => `l${i + 1}: &l${i + 1}\n  <<: [*l${i}, *l${i}, *l${i}]\n`).join(
      '',
    );
    assert.equal(root(`l0: &l0\n  x: 1\n${levels}`).at('l30', 'x').integer, 1);
  });
});

describe('twin keys', () => {
  it('the last one counts, as in sigs.k8s.io/yaml', () => assert.equal(root('a: 1\na: 2\n').at('a').integer, 2));
});

describe('a map of many keys', () => {
  const many = (count: number): string => Array.from({ length: count }, (_, i) => `  k${i}: ${i}\n`).join('');

  it('is read like one of few', () => {
    for (const count of [3, 40]) {
      const r = root(`base: &base\n  m: 1\n  k1: 7\nmap:\n  <<: *base\n${many(count)}  k0: twin\n`).at('map');
      assert.equal(r.at('k0').string, 'twin');
      assert.deepEqual([r.at('k1').integer, r.at('k1').origin], [1, 'own']);
      assert.deepEqual([r.at('m').integer, r.at('m').origin], [1, 'merge']);
      assert.equal(r.at('none').state, 'absent');
      assert.equal(r.entries.length, count + 1);
      assert.ok(r.entries.every(([key, field]) => r.at(key) === field));
    }
  });
});

describe('anchors', () => {
  it('stand on the value if it is one line, else on the key, else on the nearest key above', () => {
    const r = root('a:\n  b: {x: 1}\n  c:\n    d: 1\n  e: |\n    text\n  f:\nl:\n  - n: 1\n');
    assert.equal(shown(r.at('a', 'b')), '{x: 1}');
    assert.equal(shown(r.at('a', 'c')), 'c');
    assert.equal(shown(r.at('a', 'e')), 'e');
    assert.equal(shown(r.at('a', 'f')), 'f');
    assert.equal(shown(r.at('a', 'c', 'gone', 'deep')), 'c');
    assert.equal(shown(r.at('l', 0)), 'n');
  });

  it('go to the owner for what is missing below it', () => {
    const r = root('l:\n  - name: web\n    image: x\n');
    const item = r.at('l', 0).ownedBy(r.at('l', 0, 'name').anchor);
    assert.equal(shown(item.at('securityContext', 'privileged')), 'web');
    assert.equal(shown(item.at('image')), 'x');
  });

  it('name their path', () => assert.equal(root('a:\n  - b: 1\n').at('a', 0, 'b').path, 'a[0].b'));
});
