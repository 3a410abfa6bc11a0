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

facts('constants', values, [
  ['1 | kindOf', 'int'],
  ['1.0 | kindOf', 'float64'],
  ['1e3', '1000'],
  ['0x10', '16'],
  ['true | kindOf', 'bool'],
  ['trunc 1.0 "ab"', 'a'],
  ['trunc 1.5 "ab"', undefined],
  ['round 1 0', '1'],
  ['printf "%c" \'x\'', 'x'],
  ['int64 5', '5'],
  ['99999999999999999999', undefined],
  ['add 0b11 0o17', '18'],
]);
