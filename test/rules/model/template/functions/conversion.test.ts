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

facts('conversions', values, [
  ['int "0x10"', '16'],
  ['int "08"', '0'],
  ['int "1.0"', '1'],
  ['int "1.9"', '0'],
  ['int .Values.f', '1'],
  ['int64 1e10', '10000000000'],
  ['float64 "1.5e3"', '1500'],
  ['atoi "+5"', '5'],
  ['toDecimal "0777"', '511'],
  ['kindOf .Values.num', 'float64'],
  ['kindOf nil', 'invalid'],
  ['kindIs "map" .Values.m', 'true'],
  ['typeOf .Values', 'common.Values'],
  ['typeOf (splitList "," "a")', '[]string'],
  ['typeOf .Values.l', '[]interface {}'],
  ['typeIs "string" .Values.s', 'true'],
  ['deepEqual (list 1) (list 1)', 'true'],
]);
