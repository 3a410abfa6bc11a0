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

facts('arguments', values, [
  ['trunc "5" "x"', undefined],
  ['trunc 5', undefined],
  ['trunc 5 "x" "y"', undefined],
  ['upper 5', undefined],
  ['upper nil', undefined],
  ['trunc (int64 5) "x"', undefined],
  ['hasKey (list) "a"', undefined],
  ['repeat 1.0 "x"', 'x'],
  ['repeat 2 "x"', 'xx'],
  ['.Values.s | trunc 3', 'Hel'],
  ['ternary 1 2 "x"', undefined],
  ['omit nil "a"', 'map[]'],
]);
