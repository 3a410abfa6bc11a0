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

facts('what templates of Helm have beside functions', values, [
  ['{{ define "x" }}<{{ . }}>{{ end }}{{ include "x" 1 | quote }}', '"<1>"'],
  ['include "nope" .', undefined],
  ['tpl "{{ .Values.s }}" .', 'tpl "Hello World" .'],
  ['tpl "[{{ .Values.nope }}]" .', 'tpl "[]" .'],
  ['tpl "{{ .x" .', undefined],
  ['tpl "{{ define \\"z\\" }}Z{{ end }}{{ include \\"z\\" . }}" .', undefined],
  ['getHostByName "x"', ''],
  ['.Files.Get "a.txt"', 'one\ntwo\n'],
  ['(.Files.Glob "conf/*").AsConfig', 'b.conf: b=1'],
]);
