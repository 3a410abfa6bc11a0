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

facts('printed values', values, [
  ['printf "%d" .Values.num', '%!d(float64=42)'],
  ['printf "%d" 42', '42'],
  ['printf "%5d|%-5d|%05d" 1 2 3', '    1|2    |00003'],
  ['printf "%s %v %q" "a" 1 "b\\n"', 'a 1 "b\\n"'],
  ['printf "%x %X" "hi" 255', '6869 FF'],
  ['printf "%.2f %e %g" 1.5 1.5 1.5', '1.50 1.500000e+00 1.5'],
  ['printf "%t" true', 'true'],
  ['printf "%s"', '%!s(MISSING)'],
  ['printf "%d" 1 2', '1%!(EXTRA int=2)'],
  ['printf "%[2]s %[1]s" "a" "b"', 'b a'],
  ['printf "%*d" 5 1', '    1'],
  ['printf "%v" (list 1 "a" nil)', '[1 a <nil>]'],
  ['printf "%8v" (list 1)', '[       1]'],
  ['printf "%T" .Values.m', 'map[string]interface {}'],
  ['printf "%%"', '%'],
  ['printf "%!"', '%!!(MISSING)'],
  ['printf "%+d % d" 1 1', '+1  1'],
  ['printf "%q" "✓\\u0007"', '"✓\\a"'],
  ['printf "%.3s" "héllo"', 'hél'],
  ['print .Values.big', '1.234567e+06'],
  ['print 1e21 1e-7', '1e+21 1e-07'],
  ['printf "%c%U" 65 65', 'AU+0041'],
]);
