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

facts('choices', values, [
  ['default "d" .Values.nul', 'd'],
  ['default "d" 0', 'd'],
  ['default "d" false', 'd'],
  ['default 1 0 5', '1'],
  ['empty (dict)', 'true'],
  ['coalesce 0 "" nil "x"', 'x'],
  ['ternary "a" "b" true', 'a'],
  ['ternary "a" "b" 1', undefined],
  ['required "msg" .Values.nope', undefined],
  ['required "msg" ""', undefined],
  ['required "msg" 0', '0'],
  ['fail "no"', undefined],
  ['all 1 2 0', 'false'],
  ['any 0 1', 'true'],
  ['.Values.nope | default "d"', 'd'],
]);
