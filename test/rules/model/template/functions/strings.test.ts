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

facts('functions of texts', values, [
  ['trunc 5 "hello world"', 'hello'],
  ['trunc -5 "hello world"', 'world'],
  ['trunc 63 "short" | trimSuffix "-"', 'short'],
  ['trimSuffix "-" "a--"', 'a-'],
  ['trimAll "$" "$5$"', '5'],
  ['indent 2 "a\\nb"', '  a\n  b'],
  ['nindent 2 "a\\nb"', '\n  a\n  b'],
  ['quote .Values.s .Values.num nil', '"Hello World" "42"'],
  ['squote "it\'s"', "'it's'"],
  ['quote .Values.big', '"1.234567e+06"'],
  ['.Values.u | upper', 'HÉLLO ✓'],
  ['substr 1 3 "abcdef"', 'bc'],
  ['repeat 3 "ab"', 'ababab'],
  ['replace "." "-" "a.b.c"', 'a-b-c'],
  ['join "," (list "a" 1 nil true)', 'a,1,true'],
  ['(split "." "a.b")._1', 'b'],
  ['splitList "," "a,b"', '[a b]'],
  ['sortAlpha (list "b" "a" 3)', '[3 a b]'],
  ['cat "a" nil 1', 'a 1'],
  ['contains "or" .Values.s', 'true'],
  ['trunc .Values.num "x"', undefined],
  ['upper .Values.nul', undefined],
  ['plural "one" "many" 1', 'one'],
  ['abbrev 7 "hello world"', 'hell...'],
  ['toString .Values.m', 'map[a:1 b:2 c:map[d:x]]'],
  ['initials "First Try"', 'FT'],
  ['nospace " a b "', 'ab'],
]);
