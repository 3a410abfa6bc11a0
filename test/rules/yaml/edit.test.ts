import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../rules/text/edit.ts';
import { type Change, isRefusal } from '../../../rules/yaml/change.ts';
import { editsFor } from '../../../rules/yaml/edit.ts';
import { Field } from '../../../rules/yaml/field.ts';
import { parseDocument } from '../../../rules/yaml/parse.ts';

type Wish = (root: Field) => Change | Change[];

/** Applies the changes to the text and to its CRLF twin, and compares both. */
function becomes(name: string, text: string, wish: Wish, expected: string): void {
  it(name, () => {
    for (const eol of text.includes('\n') ? ['\n', '\r\n'] : ['\n']) {
      const source = text.replaceAll('\n', eol);
      const document = parseDocument(source);
      const edits = editsFor(document, [wish(Field.root(document, true))].flat());
      if (isRefusal(edits)) assert.fail(edits.refused);
      assert.equal(applyEdits(source, edits), expected.replaceAll('\n', eol));
    }
  });
}

function refuses(name: string, text: string, wish: Wish, reason: RegExp): void {
  it(name, () => {
    const document = parseDocument(text);
    const edits = editsFor(document, [wish(Field.root(document, true))].flat());
    assert.ok(isRefusal(edits), 'expected a refusal');
    assert.match(edits.refused, reason);
  });
}

describe('set', () => {
  becomes(
    'replaces a scalar and keeps its comment',
    'a: true # why\nb: 1\n',
    (r) => r.at('a').set(false),
    'a: false # why\nb: 1\n',
  );
  becomes(
    'keeps quotes of a string',
    `a: 'x'\nb: "y"\n`,
    (r) => [r.at('a').set('z'), r.at('b').set('w')],
    `a: 'z'\nb: "w"\n`,
  );
  becomes('quotes what would be read as something else', 'a: x\n', (r) => r.at('a').set('yes'), 'a: "yes"\n');
  becomes(
    'adds a key after the last one',
    'a: 1\nb:\n  c: 1 # c\n',
    (r) => r.at('d').set(true),
    'a: 1\nb:\n  c: 1 # c\nd: true\n',
  );
  becomes('adds a key after a named one', 'a: 1\nb: 2\n', (r) => r.at('c').set(3, ['a']), 'a: 1\nc: 3\nb: 2\n');
  becomes('works without a final newline', 'a: 1', (r) => r.at('b').set(2), 'a: 1\nb: 2');
  becomes('writes missing parents', 'a: 1\n', (r) => r.at('b', 'c', 'd').set(true), 'a: 1\nb:\n  c:\n    d: true\n');
  becomes(
    'unites what goes into one missing block',
    'a: 1\n',
    (r) => [r.at('b', 'c').set(1), r.at('b', 'd').set(['X'])],
    'a: 1\nb:\n  c: 1\n  d:\n    - X\n',
  );
  becomes(
    'keeps four columns',
    'a:\n    b: 1\n',
    (r) => r.at('a', 'c', 'd').set(1),
    'a:\n    b: 1\n    c:\n        d: 1\n',
  );
  becomes('keeps dashes flush with their key', 'a:\n- x\n', (r) => r.at('b').set(['w']), 'a:\n- x\nb:\n- w\n');
  becomes(
    'fills a key with a comment and no value',
    'a: # later\nb: 1\n',
    (r) => r.at('a', 'c').set(1),
    'a: # later\n  c: 1\nb: 1\n',
  );
  becomes('fills an explicit null', 'a: ~ # later\nb: 1\n', (r) => r.at('a', 'c').set(1), 'a: # later\n  c: 1\nb: 1\n');
  becomes('gives an empty key a scalar', 'a: # later\n', (r) => r.at('a').set(1), 'a: 1 # later\n');
  becomes(
    'writes below a list item',
    'l:\n  - name: x\n    image: y\n  - name: z\n',
    (r) => r.at('l', 0, 's', 'p').set(false),
    'l:\n  - name: x\n    image: y\n    s:\n      p: false\n  - name: z\n',
  );
  becomes('stays in flow style', 'a: { b: 1 }\n', (r) => r.at('a', 'c').set(true), 'a: { b: 1, c: true }\n');
  becomes(
    'makes a block of an empty map, as the text around it is',
    'a: {} # none\nb: [{}]\n',
    (r) => [r.at('a', 'c').set(true), r.at('b', 0, 'c').set(true)],
    'a: # none\n  c: true\nb: [{c: true}]\n',
  );
  becomes('keeps a trailing comma', 'a: {b: 1,}\n', (r) => r.at('a', 'c').set(true), 'a: {b: 1, c: true}\n');
  becomes(
    'goes behind a block scalar',
    'a:\n  b: |\n    x\n\nc: 1\n',
    (r) => r.at('a', 'd').set(1),
    'a:\n  b: |\n    x\n  d: 1\n\nc: 1\n',
  );
  becomes(
    'leaves the blank lines of a kept block scalar',
    'a: |+\n  x\n\n\n',
    (r) => r.at('d').set(1),
    'a: |+\n  x\n\n\nd: 1\n',
  );
  becomes(
    'quotes keys in JSON',
    '{\n  "a": {\n    "b": 1\n  }\n}\n',
    (r) => r.at('a', 'c', 'd').set('x'),
    '{\n  "a": {\n    "b": 1,\n    "c": {\n      "d": "x"\n    }\n  }\n}\n',
  );
  becomes(
    'overrides a merged value in place',
    'x: &x\n  p: true\nl:\n  - <<: *x\n    n: 1\n',
    (r) => r.at('l', 0, 'p').set(false),
    'x: &x\n  p: true\nl:\n  - <<: *x\n    n: 1\n    p: false\n',
  );
  becomes(
    'replaces a block under another name',
    'a:\n  b: 1\nc: 2\n',
    (r) => [r.at('a').rename('d'), r.at('a').set({})],
    'd: {}\nc: 2\n',
  );
  becomes(
    'goes behind what stays of a nested block',
    'a:\n  b:\n    c: 1\n    d: 2\n',
    (r) => [r.at('a', 'b', 'd').remove(), r.at('a', 'e').set(3)],
    'a:\n  b:\n    c: 1\n  e: 3\n',
  );
  becomes('goes behind what stays', 'a: 1\nb: 2\n', (r) => [r.at('b').remove(), r.at('c').set(3)], 'a: 1\nc: 3\n');
  refuses('below an alias', 'x: &x\n  p: true\nz: *x\n', (r) => r.at('z', 'p').set(false), /anchor/);
  refuses('below an anchor others use', 'x: &x\n  p: true\ny: *x\n', (r) => r.at('x', 'p').set(false), /anchor/);
  refuses('beside a value without a key', 'a:\n  : 1\n', (r) => r.at('a', 'b').set(1), /fix its syntax/);
  refuses('beside a key with an anchor', 'a:\n  &x b: 1\n', (r) => r.at('a', 'c').set(1), /anchor or a tag/);
  refuses('an empty list item', 'l:\n  -\n  - a: 1\n', (r) => r.at('l', 0, 'b').set(1), /empty list item/);
  refuses('a damaged document', 'a: 1\nb: "\n', (r) => r.at('a').set(2), /fix its syntax/);
  refuses('a template', 'a: {{ .V }}\n', (r) => r.at('a').set(1), /template/);
  refuses('below a scalar', 'a: 1\n', (r) => r.at('a', 'b').set(1), /map belongs/);
  refuses('an explicit key', '? a\n: 1\n', (r) => r.at('a').set(2), /\? key/);

  becomes(
    'a text with a comma is quoted inside brackets, and only there',
    'a: [x]\nb: {c: x}\nd: x\ne:\n',
    (r) => [r.at('a', 0).set('x,y'), r.at('b', 'c').set('x,y'), r.at('d').set('x,y'), r.at('e').set('x,y')],
    'a: ["x,y"]\nb: {c: "x,y"}\nd: x,y\ne: x,y\n',
  );
  becomes(
    'also in what is new there',
    'a: {b: 1}\n',
    (r) => r.at('a', 'c').set(['x]', 'z']),
    'a: {b: 1, c: ["x]", z]}\n',
  );
  becomes('the same value twice is one edit', 'a: 1\n', (r) => [r.at('a').set(2), r.at('a').set(2)], 'a: 2\n');
  refuses(
    'two values for one place',
    'a: 1\n',
    (r) => [r.at('a').set(2), r.at('a').set(3)],
    /^Two of these changes write different values/,
  );
});

describe('what several changes write into one place', () => {
  becomes(
    'stands in the order in which it was asked for',
    'a:\n  z: 1\nb: 2\n',
    (r) => [r.at('c').set(3), r.at('d').set(4), r.at('a', 'x').set(5), r.at('a', 'w').set(6)],
    'a:\n  z: 1\n  x: 5\n  w: 6\nb: 2\nc: 3\nd: 4\n',
  );
  becomes(
    'goes into the inner block before the outer one',
    'a:\n  b:\n    c: 1\n',
    (r) => [r.at('a', 'd').set(2), r.at('a', 'b', 'e').set(3)],
    'a:\n  b:\n    c: 1\n    e: 3\n  d: 2\n',
  );
  becomes(
    'has quoted keys where its siblings have',
    `a:\n  "b": 1\nc:\n  'd': 1\ne:\n  "f": 1\n  g: 1\n`,
    (r) => [r.at('a', 'x').set(2), r.at('c', 'y').set(2), r.at('e', 'z').set(2)],
    `a:\n  "b": 1\n  "x": 2\nc:\n  'd': 1\n  'y': 2\ne:\n  "f": 1\n  g: 1\n  z: 2\n`,
  );
  refuses(
    'two values of a missing key',
    'a: 1\n',
    (r) => [r.at('b', 'c').set(1), r.at('b', 'c').set(2)],
    /^Two of these changes write different values/,
  );
});

describe('remove', () => {
  becomes('takes the line with its comment', 'a: 1\nb: 2 # two\nc: 3\n', (r) => r.at('b').remove(), 'a: 1\nc: 3\n');
  becomes(
    'keeps the comment above the next key',
    'a: 1\nb: 2\n# about c\nc: 3\n',
    (r) => r.at('b').remove(),
    'a: 1\n# about c\nc: 3\n',
  );
  becomes(
    'takes the comment that speaks of it, and leaves one at the top of the document',
    '# of all\na: 1\nb:\n  # of c\n  c: 1\n  d: 2\n',
    (r) => [r.at('a').remove(), r.at('b', 'c').remove()],
    '# of all\nb:\n  d: 2\n',
  );
  becomes('takes a block', 'a:\n  b:\n    c: 1\n  d: 2\n', (r) => r.at('a', 'b').remove(), 'a:\n  d: 2\n');
  becomes(
    'takes the parent that would be empty',
    'a:\n  b:\n    - x\n  d: 2\n',
    (r) => r.at('a', 'b', 0).remove(),
    'a:\n  d: 2\n',
  );
  becomes(
    'takes two items of three',
    'a:\n  - x\n  - y # y\n  - z\n',
    (r) => [r.at('a', 0).remove(), r.at('a', 2).remove()],
    'a:\n  - y # y\n',
  );
  becomes(
    'takes all items one by one',
    'k: 1\na:\n  - x\n  - y\n',
    (r) => [r.at('a', 0).remove(), r.at('a', 1).remove()],
    'k: 1\n',
  );
  becomes(
    'keeps the dash of the first key',
    'l:\n  - a: 1\n    b: 2\n',
    (r) => r.at('l', 0, 'a').remove(),
    'l:\n  - b: 2\n',
  );
  becomes(
    'takes a flow entry',
    'a: [x, y, z]\nb: {c: 1, d: 2}\n',
    (r) => [r.at('a', 1).remove(), r.at('b', 'd').remove()],
    'a: [x, z]\nb: {c: 1}\n',
  );
  becomes('takes the last line without a newline', 'a: 1\nb: 2', (r) => r.at('b').remove(), 'a: 1');
  refuses('a merged key', 'x: &x\n  p: true\nl:\n  <<: *x\n', (r) => r.at('l', 'p').remove(), /merge key/);
  refuses(
    'what would leave nothing',
    'a:\n  b:\n    - x\n',
    (r) => r.at('a', 'b', 0).remove(),
    /^Nothing would be left/,
  );
});

describe('append, rename and new documents', () => {
  becomes('appends to a block list', 'a:\n- x # x\nb: 1\n', (r) => r.at('a').append('w'), 'a:\n- x # x\n- w\nb: 1\n');
  becomes('appends to a flow list', 'a: ["x"]\n', (r) => r.at('a').append('w'), 'a: ["x", "w"]\n');
  becomes(
    'appends maps',
    'a:\n  - m: 1\n',
    (r) => r.at('a').append({ m: 2, o: { p: 3 } }),
    'a:\n  - m: 1\n  - m: 2\n    o:\n      p: 3\n',
  );
  becomes('creates the list', 'b: 1\n', (r) => r.at('a').append('w'), 'b: 1\na:\n  - w\n');
  becomes('renames a key in its quotes', '"a": 1\n', (r) => r.at('a').rename('b'), '"b": 1\n');
  becomes('adds a document', 'a: 1\n', () => ({ kind: 'document', text: 'b: 2' }), 'a: 1\n---\nb: 2\n');
  becomes(
    'adds a document behind a last line without newline',
    'a: 1',
    () => ({ kind: 'document', text: 'b: 2\n' }),
    'a: 1\n---\nb: 2\n',
  );
  refuses('a second object in JSON', '{"a": 1}', () => ({ kind: 'document', text: 'b: 2' }), /JSON/);
});
