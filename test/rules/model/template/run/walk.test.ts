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

facts('blocks executed', values, [
  ['{{ range .Values.l }}{{ . }}{{ end }}', 'bac'],
  ['{{ range $k, $v := .Values.m }}{{ $k }}{{ end }}', 'abc'],
  ['{{ range 3 }}{{ . }}{{ end }}', '012'],
  ['{{ range 1.5 }}{{ end }}', undefined],
  ['{{ range "abc" }}{{ end }}', undefined],
  ['{{ range .Values.nope }}a{{ else }}b{{ end }}', 'b'],
  ['{{ range list 1 2 3 }}{{ if eq . 2 }}{{ continue }}{{ end }}{{ . }}{{ end }}', '13'],
  ['{{ range list 1 2 3 }}{{ if eq . 2 }}{{ break }}{{ end }}{{ . }}{{ end }}', '1'],
  ['{{ with .Values.m.c }}{{ .d }}{{ end }}', 'x'],
  ['{{ if .Values.nul }}a{{ else }}b{{ end }}', 'b'],
  ['{{ if "false" }}a{{ end }}', 'a'],
  ['{{ if 0.0 }}a{{ else }}b{{ end }}', 'b'],
  ['{{ template "nope" }}', undefined],
  [
    '{{ .Values.big }} {{ .Values.num }} {{ .Values.f }} {{ .Values.l }} {{ .Values.m }}',
    '1.234567e+06 42 1.5 [b a c] map[a:1 b:2 c:map[d:x]]',
  ],
  ['a <no value> b', undefined],
]);
