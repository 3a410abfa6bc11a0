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

facts('functions of lists', values, [
  ['list 1 "a" nil', '[1 a <nil>]'],
  ['first .Values.l', 'b'],
  ['rest .Values.l', '[a c]'],
  ['last (list)', ''],
  ['initial .Values.l', '[b a]'],
  ['append .Values.l "d"', '[b a c d]'],
  ['prepend .Values.l 0', '[0 b a c]'],
  ['concat (list 1) (list 2)', '[1 2]'],
  ['concat nil', undefined],
  ['uniq (list 1 1 "1")', '[1 1]'],
  ['without .Values.l "a"', '[b c]'],
  ['has "a" .Values.l', 'true'],
  ['has 1 (list 1.0)', 'false'],
  ['compact (list 0 1 "" "x")', '[1 x]'],
  ['reverse (list 1 2 3)', '[3 2 1]'],
  ['until 3', '[0 1 2]'],
  ['untilStep 10 0 -3', '[10 7 4 1]'],
  ['seq 1 2 6', '1 3 5'],
  ['seq 3', '1 2 3'],
  ['chunk 2 (list 1 2 3)', '[[1 2] [3]]'],
  ['slice (list 1 2 3) 1', '[2 3]'],
  ['first "abc"', undefined],
  ['mustUniq "abc"', undefined],
  ['append nil 1', undefined],
]);
