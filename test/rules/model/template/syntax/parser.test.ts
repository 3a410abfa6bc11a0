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

facts('blocks', values, [
  ['{{ if true }}a{{ else if true }}b{{ else }}c{{ end }}', 'a'],
  ['{{ if false }}a{{ else if false }}b{{ else }}c{{ end }}', 'c'],
  ['{{ with nil }}a{{ else with 2 }}b{{ . }}{{ end }}', undefined],
  ['{{ range list }}a{{ else }}b{{ end }}', 'b'],
  ['{{ if true }}a', undefined],
  ['{{ end }}', undefined],
  ['{{ else }}', undefined],
  ['{{ define "x" }}a{{ end }}{{ template "x" }}', 'a'],
  ['{{ block "x" 5 }}<{{ . }}>{{ end }}', '<5>'],
  ['{{ define "x" }}a{{ end }}{{ define "x" }}b{{ end }}', undefined],
  ['{{ break }}', undefined],
  ['{{ range list 1 2 }}{{ break }}{{ end }}', ''],
  ['{{ if true }}{{ define "x" }}{{ end }}{{ end }}', undefined],
  ['{{ define "x" }}{{ $y }}{{ end }}', undefined],
  ['{{ template x }}', undefined],
  ['{{ if }}a{{ end }}', undefined],
  ['{{ range $i, $x := list 1 }}{{ $i }}{{ $x }}{{ end }}{{ $x }}', undefined],
]);
