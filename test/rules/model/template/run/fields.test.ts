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

facts('fields', values, [
  ['[{{ .Values.nope }}]', '[]'],
  ['{{ .Values.nope.x }}', undefined],
  ['[{{ (.Values.nope).x }}]', '[]'],
  ['[{{ ((.Values.nope).x).y }}]', '[]'],
  ['{{ .Values.nul.x }}', undefined],
  ['{{ .Values.s.x }}', undefined],
  ['{{ .Values.l.x }}', undefined],
  ['{{ $y := .Values.nope }}[{{ $y.z }}]', '[]'],
  ['{{ .Capabilities.KubeVersion.Minor }}', '34'],
  ['{{ .Capabilities.Nope }}', undefined],
  ['{{ .Capabilities.APIVersions.Has "apps/v1" }}', 'true'],
  ['{{ .Chart.Nope }}', ''],
  ['{{ with .Values.m }}{{ $.Values.s }}{{ end }}', 'Hello World'],
  ['{{ .Values.m.a 1 }}', undefined],
  ['{{ (.Values.Table "m").a }}', '1'],
  ['{{ .Files.Get "conf/b.conf" }}', 'b=1'],
]);
