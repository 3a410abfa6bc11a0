/**
 * The plain reader against the full one: whatever the first reads at all, it reads as the second does, to the last offset. Reading less than it could
 * costs time alone, so that there are few promises about what it has to read.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { rules } from '../../../rules/catalog/index.ts';
import { readFully } from '../../../rules/yaml/full-reader.ts';
import { readPlainly } from '../../../rules/yaml/plain-reader.ts';
import { slices } from '../../../rules/yaml/stream.ts';

/** Whether the plain reader read the text; what it read is right. */
function read(text: string): boolean {
  const plain = readPlainly(text);
  if (plain === undefined) return false;
  assert.deepEqual(plain, readFully(text, undefined), JSON.stringify(text));
  return true;
}

const windows = (text: string): string => text.replaceAll('\n', '\r\n');

const examples = rules
  .flatMap(({ examples: { bad, good } }) => [...bad, ...good])
  .filter(({ language }) => language === 'yaml')
  .flatMap(({ text }) => slices(text))
  .map(({ slice }) => slice)
  .filter((slice) => !slice.includes('{{'));

/** The same as JSON, in one line and in many. */
const json = examples.flatMap((text, i) => {
  const value: unknown = parse(text, { logLevel: 'silent', strict: false, uniqueKeys: false });
  return typeof value === 'object' && value !== null ? [JSON.stringify(value, null, i % 3)] : [];
});

describe('the plain reader', () => {
  const texts: Readonly<Record<string, string>> = {
    'maps in sequences in maps': 'a:\n  - b: 1\n    c:\n      - d\n      - - e\n        - f\n  - g\nh: 2\n',
    'a sequence at the column of its key': 'a:\n- b\n- c: 1\n  d: 2\ne: 3\n',
    'what is said nowhere': 'a:\nb:\n  - \n  -\n  - c:\nd:   \n\n',
    quotes: 'a: "x \\"y\\" \\\\ \\n"\nb: \'it\'\'s\'\n"c d": 1\n\'e\': 2\n',
    'plain scalars over several lines': 'a: one\n  two\n\n  three # end\nb: -c\n',
    brackets: 'a: [b, "c", [d, {e: f, "g": h}], -1, x y]\ni: {}\nj: [ ]\nk: { l: m }\n',
    'brackets over several lines':
      'a: [\n    b,\n\n    {c: d,\n  e: [f]} ,\n  g\n  ]\nh:\n  - {\n      i: j   \n    } # k\n    # l\n  - [m,\n   n]\no: 1\n',
    JSON: '{\n  "a": "b",\n\n  "c": [1, -2.5, true,\n{"d": null}],\n  "e": {}, "f":[\n  ]\n}\n',
    'JSON in one line': '[{"a":"b","c":1}]',
    'literal blocks': 'a: |\n  one\n    two\n\n  three\n\nb: |-\n   x\n\nc: |\n\n  y',
    'folded blocks':
      'a: >\n\n\n  one\n  two\n\n\n  three\n    four\n\n  five\n\n    six\n\n    seven\n  eight\nb: >-\n  x\n',
    'comments that stand in every column':
      '# a\na:\n  # b\n  - b: 1 # c\n    # d\n   # e\n  # f\n # g\n  - h\n# i\nc: 2\n  # j\n\n # k\n',
    'comments below a sequence that is not indented': 'a:\n- b\n# c\n',
    'comments between a key and its value': 'a: # b\n  # c\n  d: 1\ne:\n# f\n  - g\n',
    'comments around a value that is missing':
      'a:\n  b: # c\n  d:\n  # e\n  f: 1\n  g:\n\n    # h\n  # i\n\n# j\nk:\n  l:\n    m:\n  # n\n  o: 1\np: # q\n  # r\n',
    'brackets below their key':
      'a:\n  {}\n  # b\n  # c\nd:\n  - e:\n      [f, g] # h\n      # i\n  -\n    []\n# j\nk: 1\n',
    'blocks in which nothing stands': 'a: |\nb: >-\n\nc: |\n\n\n# d\ne:\n  f: |\n\n  # g\n  h: >\ni: 1\n',
    'a document behind its marker': '--- # first\n\n# b\na: 1',
    'keys that mean something elsewhere': 'y: 1\n0644: 2\nnull: 3\ntrue: yes\na/b.c-d: e:f\n<<: g\n',
  };
  for (const [what, text] of Object.entries(texts))
    it(`reads ${what}, with either line ending`, () => {
      assert.equal(read(text), true);
      assert.equal(read(windows(text)), true);
    });

  const others: Readonly<Record<string, string>> = {
    'an anchor': 'a: &b 1\nc: *b\n',
    'a tag': 'a: !!str 1\n',
    'a tab': 'a:\n\tb: 1\n',
    'line endings of two kinds': 'a: 1\r\nb: 2\n',
    'a carriage return that ends no line': 'a: b\rc\n',
    'an unclosed bracket': 'a: [b\n',
    'a bracket that closes at its key': 'a: [\n  b\n]\n',
    'a comment between brackets': 'a: [ # b\n  c]\n',
    'a marker between brackets': '{\n---\n}\n',
    'a comma before the end': 'a: [b,\n  ]\n',
    'something behind JSON': '{}\na: 1\n',
    'an unclosed quote': 'a: "b\n',
    'a key without a colon': 'a: 1\nb\n',
    'a key that is too deep': 'a: 1\n  b: 2\n',
    'a key that is not deep enough': '  a: 1\n b: 2\n',
    'a value with a colon': 'a: b: c\n',
    'comments around nothing': '- a\n# b\n-\n',
    nothing: '# only this\n',
    'a second document': 'a: 1\n---\nb: 2\n',
  };
  for (const [what, text] of Object.entries(others))
    it(`leaves ${what} to the full reader`, () => assert.equal(read(text), false));

  it('reads nearly all examples of the rules', () => {
    const plain = examples.filter(read).length;
    assert.ok(plain > examples.length * 0.95, `${plain} of ${examples.length}`);
  });

  it('reads nearly all of them as JSON', () => {
    const plain = json.filter(read).length;
    assert.ok(plain > json.length * 0.95, `${plain} of ${json.length}`);
  });

  it('agrees with the full reader on whatever typing makes of them', () => {
    const marks =
      '" \' [ { ] } , : - # &a *a !! ? | |- > |+ @ \\ \t \0 ~ é 😀 --- ... a:·b -·a [a,·"b"] {a:·b} \\n'.split(' ');
    const gaps = [
      '',
      ' ',
      '   ',
      '\n',
      '\n\n',
      '\n  ',
      '\n      ',
      '\n# c\n',
      '[\n',
      '{\n  ',
      ',\n    ',
      '\n]',
      '\n  }',
      '\n   # c\n',
      '|\n',
      '>\n',
      ' #',
      ': ',
      '- ',
      '---\n',
    ];
    const signs = [...marks.map((mark) => mark.replaceAll('·', ' ')), ...gaps];
    const cut = fc.record({ at: fc.nat(300), length: fc.nat(6), put: fc.constantFrom(...signs) });
    const window = fc.record({ from: fc.nat(40), count: fc.integer({ min: 1, max: 14 }) });
    let plain = 0;
    let all = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...examples, ...json, ...Object.values(texts)),
        window,
        fc.array(cut, { maxLength: 3 }),
        fc.boolean(),
        (example, { from, count }, cuts, isWindows) => {
          const lines = example.split('\n');
          const part = lines.slice(from % lines.length).slice(0, count);
          const indent = Math.min(...part.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
          const start = part.map((line) => line.slice(Number.isFinite(indent) ? indent : 0)).join('\n');
          all++;
          const cutUp = cuts.reduce(
            (text, { at, length, put }) => text.slice(0, at) + put + text.slice(at + length),
            start,
          );
          if (read(isWindows ? windows(cutUp) : cutUp)) plain++;
        },
      ),
      { numRuns: 50_000 },
    );
    assert.ok(plain > all / 5, `only ${plain} of ${all} were read plainly`);
  });
});
