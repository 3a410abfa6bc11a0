/** What Helm 4.3.1's engine makes of each template, in one table. */
import { facts } from '../../../../harness/render.ts';

const values = `s: Hello World
num: 42
f: 1.5
big: 1234567
t: true
l: [b, a, c]
m: {b: 2, a: 1, c: {d: x}}
nul: null
u: héllo ✓
`;

facts('what actions are written as', values, [
  ['a {{- 1 -}} b', 'a1b'],
  ['a {{ -3 }} b', 'a -3 b'],
  ['a {{- -3 -}} b', 'a-3b'],
  ['x{{/* c {{ */}}y', 'xy'],
  ['x {{- /* c */ -}} y', 'xy'],
  ['{{"a"}}', 'a'],
  ['{{`a\\n`}}', 'a\\n'],
  ['{{ "\\u00e9\\x41\\t" }}', 'éA\t'],
  ["{{ 'a' }}", '97'],
  ['{{ 0x1F }} {{ 0644 }} {{ 1_000 }} {{ 1e3 }} {{ 0b11 }}', '31 420 1000 1000 3'],
  ['{{ 1.5 }}{{ .5 }}', '1.50.5'],
  ['a{{ .x', undefined],
  ['{{ "a }}', undefined],
  ['{{ 1 }', undefined],
  ['{{ /* c */ }}', undefined],
  ['{{ 5x }}', undefined],
  ['{{- /* a */}} b', ' b'],
]);
