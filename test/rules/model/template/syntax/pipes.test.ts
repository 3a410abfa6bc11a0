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

facts('pipelines', values, [
  ['{{ 1 | 2 }}', undefined],
  ['{{ nil }}', undefined],
  ['{{ (1) }}', '1'],
  ['{{ .Values.m.c.d }}', 'x'],
  ['{{ (.Values.m).c.d }}', 'x'],
  ['{{ "x".y }}', undefined],
  ['{{ 1 2 }}', undefined],
  ['{{ }}', undefined],
  ['{{ $x }}', undefined],
  ['{{ $x := 1 }}{{ $x }}', '1'],
  ['{{ $x = 1 }}', undefined],
  ['{{ $x := 1 }}{{ $x = 2 }}{{ $x }}', '2'],
  ['{{ $a, $b := list 1 }}', undefined],
  ['{{ (1 }}', undefined],
  ['{{ 1 | }}', '1'],
  ['{{ print (list 1 2) | quote }}', '"[1 2]"'],
  ['{{ .Values.m .Values.s }}', undefined],
]);
