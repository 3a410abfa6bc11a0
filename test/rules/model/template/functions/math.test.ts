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

facts('arithmetic', values, [
  ['add 1 2.9 "3"', '6'],
  ['sub 5 7', '-2'],
  ['mul 2 3 4', '24'],
  ['div 7 -2', '-3'],
  ['div 1 0', undefined],
  ['mod -7 3', '-1'],
  ['max 1 5 3', '5'],
  ['min 1 -5', '-5'],
  ['addf 0.1 0.2', '0.3'],
  ['subf 1 0.9', '0.1'],
  ['mulf 0.1 3', '0.3'],
  ['divf 1 3', '0.3333333333333333'],
  ['divf 1 0', undefined],
  ['ceil 1.2', '2'],
  ['floor -1.2', '-2'],
  ['round 3.14159 2', '3.14'],
  ['round -2.5 0', '-3'],
  ['add 9223372036854775807 1', '-9223372036854775808'],
  ['add1 "x"', '1'],
  ['maxf 1.5 2', '2'],
  ['add .Values.num 1 | kindOf', 'int64'],
]);
