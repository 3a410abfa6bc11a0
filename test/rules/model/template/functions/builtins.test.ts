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

facts("Go's own functions", values, [
  ['eq .Values.num 42', undefined],
  ['eq .Values.num 42.0', 'true'],
  ['eq "a" "b" "a"', 'true'],
  ['eq nil .Values.m', 'false'],
  ['eq .Values.m .Values.m', undefined],
  ['ne 1 2', 'true'],
  ['lt 1 2', 'true'],
  ['lt 1 2.5', undefined],
  ['lt "a" "b"', 'true'],
  ['lt true false', undefined],
  ['ge 2 2', 'true'],
  ['and 1 0 2', '0'],
  ['or 0 "" "x"', 'x'],
  ['and 0 (fail "x")', '0'],
  ['not 0', 'true'],
  ['index .Values.l 1', 'a'],
  ['index .Values.l 9', undefined],
  ['index .Values.m "c" "d"', 'x'],
  ['index .Values "nope" "x"', undefined],
  ['index .Values.l .Values.num', undefined],
  ['len .Values.u', '10'],
  ['len nil', undefined],
  ['slice "abc" 1 2', undefined],
  ['print 1 2 "a" 3', '1 2a3'],
  ['println "a" 1', 'a 1\n'],
  ['html "<a>"', '&lt;a&gt;'],
  ['js "it\'s"', "it\\'s"],
  ['urlquery "a b&c"', 'a+b%26c'],
  ['print nil', '<nil>'],
]);
