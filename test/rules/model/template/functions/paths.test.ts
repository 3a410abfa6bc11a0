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

facts('paths', values, [
  ['base "/a/b/"', 'b'],
  ['base ""', '.'],
  ['dir "/a/b/"', '/a/b'],
  ['clean "a/../../b"', '../b'],
  ['ext "a/b.c/d"', ''],
  ['isAbs "/a"', 'true'],
  ['(urlParse "https://u:p@ex.com:80/p?q=1#f").host', 'ex.com:80'],
  ['urlJoin (dict "scheme" "http" "host" "h" "path" "/p")', 'http://h/p'],
]);
