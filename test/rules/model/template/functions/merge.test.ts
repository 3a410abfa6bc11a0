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

facts('maps put together', values, [
  ['merge (dict "a" 0 "l" (list)) (dict "a" 1 "b" 2 "l" (list 1))', 'map[a:1 b:2 l:[1]]'],
  ['merge (dict "a" false) (dict "a" true)', 'map[a:true]'],
  [
    'mergeOverwrite (dict "a" 1 "l" (list 1) "t" true) (dict "a" 0 "b" nil "l" (list) "t" false)',
    'map[a:0 b:<nil> l:[] t:false]',
  ],
  ['merge (dict "m" (dict "x" 1)) (dict "m" (dict "x" 2 "y" 3))', 'map[m:map[x:1 y:3]]'],
  ['mergeOverwrite (dict "m" (dict "x" 1)) (dict "m" (dict "y" 2 "x" ""))', 'map[m:map[x: y:2]]'],
  ['merge (dict "m" "str") (dict "m" (dict "y" 2))', 'map[m:str]'],
  ['mergeOverwrite (dict "m" (dict "y" 2)) (dict "m" "str")', 'map[m:str]'],
  ['{{ $a := dict "x" 1 }}{{ $b := merge $a (dict "y" 2) }}{{ $a.y }}', '2'],
  ['merge (dict) "x"', undefined],
]);
