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

facts('JSON and YAML in templates', values, [
  ['toYaml .Values.m', 'a: 1\nb: 2\nc:\n  d: x'],
  ['toYaml .Values.big', '1234567'],
  ['toYaml 1234567.5', '1.2345675e+06'],
  ['toYaml nil', 'null'],
  ['toJson .Values.m', '{"a":1,"b":2,"c":{"d":"x"}}'],
  ['toJson "<a>"', '"\\u003ca\\u003e"'],
  ['toRawJson "<a>"', '"<a>"'],
  ['toPrettyJson (dict "a" (list 1))', '{\n  "a": [\n    1\n  ]\n}'],
  ['toJson 1e-7', '1e-7'],
  ['(fromYaml "a: 1").a | kindOf', 'float64'],
  [
    'fromYaml "- a"',
    'map[Error:error unmarshaling JSON: while decoding JSON: json: cannot unmarshal array into Go value of type map[string]interface {}]',
  ],
  ['fromYamlArray "- a\\n- 1"', '[a 1]'],
  ['(fromJson "{\\"a\\":[1]}").a', '[1]'],
  ['fromYaml "a: 017\\nb: yes\\nc: 1_000"', 'map[a:15 b:true c:1000]'],
  ['{{ fromYaml "a: \\"{{ x }}\\"" }}', 'map[a:{{ x }}]'],
  ['fromYaml "x: &x {k: 1}\\ny:\\n  <<: *x\\n  z: 2"', 'map[true:map[k:1 z:2] x:map[k:1]]'],
]);
