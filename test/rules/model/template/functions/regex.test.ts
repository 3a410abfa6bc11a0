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

facts('functions of expressions', values, [
  ['regexFind "a*" "baac"', ''],
  ['regexFindAll "a(b*)" "abaab" -1', '[ab a ab]'],
  ['regexFindAll "a" "aaa" 2', '[a a]'],
  ['regexReplaceAll "a*" "baac" "X"', 'XbXcX'],
  ['regexReplaceAll "(\\\\w)(\\\\w*)" "hello wor" "${2}$1"', 'elloh orw'],
  ['regexReplaceAll "(l+)" "hello" "$1x"', 'heo'],
  ['regexReplaceAll "(?P<x>l+)" "hello" "<$x>"', 'he<ll>o'],
  ['regexReplaceAll "l" "hello" "$$"', 'he$$o'],
  ['regexReplaceAllLiteral "l" "hello" "$1"', 'he$1$1o'],
  ['regexSplit "a+" "baaac" -1', '[b c]'],
  ['regexSplit "b*" "abbc" -1', '[a c]'],
  ['regexMatch "(a" "x"', 'false'],
  ['mustRegexMatch "(a" "x"', undefined],
  ['regexQuoteMeta "a.b"', 'a\\.b'],
]);
