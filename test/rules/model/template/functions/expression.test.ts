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

facts('expressions of RE2', values, [
  ['regexMatch "(?i)HELLO" "hello"', 'true'],
  ['regexMatch "[[:alpha:]]+" "abc"', 'true'],
  ['regexMatch "a{,2}" "a{,2}"', 'true'],
  ['mustRegexMatch "(?=a)" "a"', undefined],
  ['mustRegexMatch "(a)\\\\1" "aa"', undefined],
  ['mustRegexMatch "a**" "a"', undefined],
  ['regexFind "x|xy" "xy"', 'x'],
  ['regexMatch "^b" "a\\nb"', 'false'],
  ['regexMatch "(?m)^b" "a\\nb"', 'true'],
  ['regexFind ".+" "a\\nb"', 'a'],
  ['regexMatch "(?s)a.b" "a\\nb"', 'true'],
  ['regexMatch "\\\\pL" "é"', 'true'],
  ['regexFind "[^-a-z]" "a-B"', 'B'],
  ['regexMatch "\\\\Aa\\\\z" "a"', 'true'],
  ['regexMatch "[\\\\w.-]+@" "a.b-c@"', 'true'],
  ['mustRegexMatch "[z-a]" "b"', undefined],
  ['mustRegexMatch "(a" "b"', undefined],
  ['regexMatch "\\\\Q.*\\\\E" ".*"', 'true'],
]);
