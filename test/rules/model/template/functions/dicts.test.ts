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

facts('functions of maps', values, [
  ['dict "a" 1 "b"', 'map[a:1 b:]'],
  ['get .Values.m "a"', '1'],
  ['get .Values.m "zz"', ''],
  ['(set .Values.m "q" 5).q', '5'],
  ['unset .Values.m "a"', 'map[b:2 c:map[d:x]]'],
  ['hasKey .Values.m "c"', 'true'],
  ['hasKey .Values.s "c"', undefined],
  ['pluck "a" .Values.m (dict "a" 9)', '[1 9]'],
  ['keys .Values.m | sortAlpha', '[a b c]'],
  ['values (dict "a" 1)', '[1]'],
  ['pick .Values.m "a"', 'map[a:1]'],
  ['omit .Values.m "c"', 'map[a:1 b:2]'],
  ['dig "c" "d" "no" .Values.m', 'x'],
  ['dig "c" "x" "no" .Values.m', 'no'],
  ['dig "s" "x" "no" .Values', undefined],
  ['.Values.AsMap | dig "c" "no"', 'no'],
  ['dig "a" "x" "no" .Values.m', undefined],
  ['{{ $c := deepCopy .Values.m }}{{ $_ := set $c "a" 9 }}{{ .Values.m.a }}', '1'],
  ['{{ $c := .Values.m }}{{ $_ := set $c "a" 9 }}{{ .Values.m.a }}', '9'],
]);
