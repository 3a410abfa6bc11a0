/** What YAML itself lets one repeat: long scalars, deep nesting, broken text, templates. */
import { compactPod, type Family, filled, oneContainer, yaml, yamlFile } from './family.ts';

export const syntaxFamilies: readonly Family[] = [
  yaml('one long plain scalar', `${compactPod}${oneContainer}      workingDir: `, () => 'abc def ', '\n'),
  yaml('one long image', `${compactPod}  containers:\n    - name: a\n      image: `, () => 'a/', '\n'),
  yaml('one long image of colons', `${compactPod}  containers:\n    - name: a\n      image: `, () => 'a:', 'b\n'),
  yaml('one long image of at signs', `${compactPod}  containers:\n    - name: a\n      image: "`, () => 'a@', 'b"\n'),
  yaml('a plain scalar of many lines', `${compactPod}${oneContainer}      workingDir: a\n`, () => '        b\n'),
  yaml(
    'a quoted scalar of many lines',
    `${compactPod}${oneContainer}      workingDir: "a\n`,
    () => '        b\n',
    '        "\n',
  ),
  yaml('a quoted scalar of escapes', `${compactPod}${oneContainer}      workingDir: "`, () => '\\u0041\\x41\\n', '"\n'),
  yaml('a quoted scalar of quotes', `${compactPod}${oneContainer}      workingDir: '`, () => "''", "'\n"),
  yaml(
    'a block scalar',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: |\n',
    (i) => `    password: hunter${i}\n`,
  ),
  yaml(
    'a folded scalar',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: >-\n',
    (i) => `    password=hunter${i}\n\n`,
  ),
  yaml(
    'a block scalar of one line',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: |\n    ',
    () => 'eyJhbGciOi',
    '\n',
  ),
  yaml(
    'a value of blanks',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: "',
    () => '        ',
    '"\n',
  ),
  yaml(
    'a value of at signs and colons',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: "',
    () => 'postgres://a:b',
    '"\n',
  ),
  yaml(
    'a value of schemes',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: "',
    () => 'a+',
    '://"\n',
  ),
  yaml(
    'a value of letters',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: "',
    () => 'aaaaaaaaaaaaaaaa',
    '"\n',
  ),
  yaml(
    'a value of digits',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: "',
    () => '4111 1111-1111 ',
    '"\n',
  ),
  yaml(
    'a value of dots',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: "',
    () => 'a.b@c.d.',
    '"\n',
  ),
  yaml(
    'a value of dashes',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: "',
    () => '-----BEGIN ',
    '"\n',
  ),
  yaml(
    'keys of a ConfigMap',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n',
    (i) => `  password${i}: "hunter2-${i}"\n`,
  ),
  yaml(
    'keys of a Secret',
    'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData:\n',
    (i) => `  password${i}: "hunter2-${i}"\n`,
  ),
  yaml(
    'a Secret of one long value',
    'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata:\n  a: ',
    () => 'QUJDREVG',
    '\n',
  ),
  yaml('deep maps', 'apiVersion: v1\nkind: Pod\nspec: ', () => '{a: ', ''),
  yaml('deep closed maps', 'apiVersion: v1\nkind: Pod\nspec: ', () => '{a: {a: {a: {}}}, b: ', ''),
  {
    name: 'deep closed lists',
    make: (size) => yamlFile(`apiVersion: v1\nkind: Pod\nspec: ${'['.repeat(size / 2)}${']'.repeat(size / 2)}\n`),
  },
  {
    name: 'deep indentation',
    make: (size) => {
      let text = 'apiVersion: v1\nkind: Pod\n';
      for (let i = 0; text.length < size; i++) text += `${' '.repeat(i)}a:\n`;
      return yamlFile(text);
    },
  },
  yaml('nested dashes', 'apiVersion: v1\nkind: Pod\nspec:\n  ', () => '- ', 'a\n'),
  yaml('question marks', 'apiVersion: v1\nkind: Pod\nspec:\n  ', () => '? ', 'a\n'),
  yaml('keys of maps', 'apiVersion: v1\nkind: Pod\n', (i) => `? {a: ${i}}\n: b\n`),
  yaml('broken lines', 'apiVersion: v1\nkind: Pod\n', () => ' a: b: c\n"\n'),
  yaml('tabs', 'apiVersion: v1\nkind: Pod\n', () => '\ta:\n'),
  yaml('colons', 'apiVersion: v1\nkind: Pod\na', () => ': ', '\n'),
  yaml('commas', 'apiVersion: v1\nkind: Pod\na: [', () => ',', ']\n'),
  yaml('tags', 'apiVersion: v1\nkind: Pod\na:\n', () => '  - !!str a\n'),
  yaml('anchors', 'apiVersion: v1\nkind: Pod\na:\n', (i) => `  - &a${i} a\n`),
  yaml('directives', '', () => '%YAML 1.2\n', '---\napiVersion: v1\nkind: Pod\n'),
  yaml('document ends', 'apiVersion: v1\nkind: Pod\n', () => '...\n'),
  yaml('templates in a line', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n', (i) => `  a${i}: {{ .x }}\n`),
  yaml(
    'template lines',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n',
    (i) => `{{- if .x }}\n    - name: a${i}\n{{- end }}\n`,
  ),
  yaml('template openings', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: ', () => '{{ ', '\n'),
  yaml('template closings', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: "', () => '}} ', '"\n'),
  yaml(
    'giant JSON',
    '{"apiVersion": "v1", "kind": "List", "items": [',
    (i) =>
      `${i === 0 ? '' : ','}\n{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a${i}"},"spec":{"containers":[{"name":"c","image":"nginx"}]}}`,
    ']}\n',
  ),
  yaml(
    'giant JSON in one line',
    '{"apiVersion": "v1", "kind": "List", "items": [',
    (i) =>
      `${i === 0 ? '' : ','}{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a${i}"},"spec":{"containers":[{"name":"c","image":"nginx"}]}}`,
    ']}\n',
  ),
  {
    name: 'Windows line endings',
    make: (size) =>
      yamlFile(
        filled(size, `${compactPod}  containers:\n`, (i) => `    - name: c${i}\n      image: nginx\n`).replaceAll(
          '\n',
          '\r\n',
        ),
      ),
  },
  {
    name: 'carriage returns alone',
    make: (size) => yamlFile(filled(size, `${compactPod}  containers:\n`, (i) => `    - name: c${i}\r`)),
  },
  yaml(
    'lone surrogates',
    `${compactPod}${oneContainer}      env:\n`,
    (i) => `        - {name: "V\ud800${i}", value: "\udc00"}\n`,
  ),
  yaml(
    'a value of lone surrogates',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: "',
    () => '\ud800\ud800x',
    '"\n',
  ),
  yaml(
    'a name of controls',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: "',
    () => '\\u001b[2J\u202e',
    `"\nspec:\n${oneContainer}`,
  ),
];
