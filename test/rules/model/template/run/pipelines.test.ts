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

facts('calls', values, [
  ['.Values.nul | default "d"', 'd'],
  ['list | len', '0'],
  ['.Values.s | upper | lower | quote', '"hello world"'],
  ['default list .Values.nope', '[]'],
  ['not (eq 1 2)', 'true'],
  ['(list 1 2) | first', '1'],
  ['printf "%s" "a" | printf "%s-%s" "b"', 'b-a'],
  ['and', undefined],
  ['or 0 .Values.nope', ''],
  ['{{ if and .Values.t (gt .Values.num 1.0) }}a{{ end }}', 'a'],
]);
