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

facts('variables', values, [
  ['{{ $x := 1 }}{{ if true }}{{ $x := 2 }}{{ end }}{{ $x }}', '1'],
  ['{{ $x := 1 }}{{ if true }}{{ $x = 2 }}{{ end }}{{ $x }}', '2'],
  ['{{ $x := 1 }}{{ range list 1 2 }}{{ $x = add $x . }}{{ end }}{{ $x }}', '4'],
  ['{{ define "t" }}{{ $ }}{{ end }}{{ include "t" 5 }}', '5'],
  ['{{ range $x := list 1 2 }}{{ $x }}{{ end }}', '12'],
  ['{{ $k := 0 }}{{ range $k, $v := dict "a" 1 }}{{ $k }}{{ end }}{{ $k }}', 'a0'],
]);
