/**
 * Templates that ask one thing each: every function with values of every kind, fields of what is there and what is not, blocks in blocks. The same ones
 * every time.
 */
import { numbers } from '../numbers.ts';

/** What stands under `.Values`. */
export const values = {
  s: 'Hello World foo-bar_baz',
  e: '',
  n: 42,
  z: 0,
  f: 1.5,
  big: 1234567,
  neg: -7,
  t: true,
  fa: false,
  l: ['b', 'a', 'c', 'a'],
  nl: [3, 1, 2],
  el: [],
  m: { b: 2, a: 1, c: { d: 'x' } },
  em: {},
  nul: null,
  u: 'héllo wörld ✓',
  ml: 'a\n  b\n\nc\n',
  q: 'it\'s "q"',
  path: '/a/b/../c.txt',
  ver: '1.2.3-beta.1+x',
  mixed: [1, 'a', null, true, { k: 1 }],
  num: '12',
  hex: '0x1F',
  fl: '3.7',
  sp: '  pad  ',
  long: 'a text of so many words that no line of eighty columns holds all of them, be it ever so wide',
  odd: {
    yes: 'no',
    '0644': '0644',
    'a b': '1e3',
    '~': null,
    'x:y': ': ',
    '#': ' #',
    '1:30': '1:30',
    date: '2024-01-02',
  },
};

const fields = Object.keys(values).map((name) => `.Values.${name}`);
const constants = [
  'nil',
  '3',
  '-2',
  '1.0',
  '"lit"',
  '""',
  'true',
  '.Values.nope',
  '(int .Values.n)',
  '(int64 5)',
  '(list 1 2 3)',
  '(dict "k" "v")',
];
const all = [...fields, ...constants];
const texts = [
  '.Values.s',
  '.Values.e',
  '.Values.u',
  '.Values.ml',
  '.Values.q',
  '.Values.sp',
  '"a,b,c"',
  '"foo--"',
  '.Values.ver',
];
const counts = ['0', '1', '3', '-1', '-3', '10', '100'];

const ofOne =
  'trim upper lower title untitle initials nospace swapcase snakecase camelcase kebabcase quote squote toString toStrings b64enc b64dec b32enc sha1sum sha256sum adler32sum int int64 float64 atoi toDecimal kindOf typeOf len not empty first last rest initial reverse uniq compact toJson toPrettyJson toRawJson toYaml fromYaml fromYamlArray base dir clean ext isAbs ceil floor add1 add1f html js urlquery print println sortAlpha list cat max min all any coalesce until regexQuoteMeta semver concat seq';
const ofTwo =
  'default eq ne lt le gt ge and or has contains hasPrefix hasSuffix trimAll trimPrefix trimSuffix add sub mul div mod max addf subf mulf divf append prepend without hasKey get index ternary kindIs typeIs deepEqual join split splitList regexMatch regexFind semverCompare print printf dict cat merge mergeOverwrite pick omit round required slice';
const ofNumberAndText = 'trunc indent nindent repeat abbrev wrap';
const verbs =
  '%s %d %v %q %t %x %5d %-5s| %05d %.2f %e %g %c %U %T %+v %6.2f %% % %[1]v-%[1]v %8v %X %o %.3s %s-%s %+d'.split(' ');

/** Things that only certain arguments show. */
const special = [
  'dig "c" "d" 9 .Values.m',
  'dig "c" "x" 9 .Values.m',
  'dig "s" "b" 1 (dict "s" "x")',
  '(set .Values.m "q" 5).q',
  'unset .Values.m "a"',
  'merge (dict "a" 0 "l" (list)) (dict "a" 1 "b" 2 "l" (list 1))',
  'mergeOverwrite (dict "a" 1 "b" 2 "l" (list 1) "t" true) (dict "a" 0 "b" nil "l" (list) "t" false)',
  'mergeOverwrite (dict "m" (dict "x" 1)) (dict "m" (dict "y" 2 "x" ""))',
  'merge (dict "m" "str") (dict "m" (dict "y" 2))',
  'mergeOverwrite (dict "m" (dict "y" 2)) (dict "m" "str")',
  'untilStep 0 10 3',
  'untilStep 10 0 -3',
  'until 3',
  'seq 1 2 10',
  'seq 5',
  'seq -3',
  'seq 5 2',
  'chunk 2 (list 1 2 3)',
  'slice (list 1 2 3) 1 2',
  'index .Values.m "c" "d"',
  'index .Values.l 9',
  'index .Values "m" "nope" "x"',
  'round 3.14159 2',
  'round -2.5 0',
  'addf 0.1 0.2',
  'divf 1 3',
  'div 7 -2',
  'mod -7 3',
  'div 1 0',
  'add 9223372036854775807 1',
  'keys .Values.m | sortAlpha',
  'omit .Values.m "a" "c"',
  'has 3.0 .Values.nl',
  'has 3 .Values.nl',
  'regexFind "a*" "baac"',
  'regexReplaceAll "a*" "baac" "X"',
  'regexReplaceAll "(\\\\w)(\\\\w*)" "hello wor" "${2}$1"',
  'regexReplaceAll "(?P<x>l+)" "hello" "<$x>"',
  'regexReplaceAll "(l+)" "hello" "$1x"',
  'regexReplaceAll "[^-A-Za-z0-9_.]" "a b/c:d" "-"',
  'regexSplit "a+" "baaac" -1',
  'regexFindAll "a(b*)" "abaab" -1',
  'regexMatch "(?i)HELLO" "hello"',
  'regexMatch "[[:alpha:]]+" "abc"',
  'regexMatch "a{,2}" "a{,2}"',
  'regexFind "x|xy" "xy"',
  'regexMatch "a**" "a"',
  'mustRegexMatch "(?=a)" "a"',
  'regexMatch "^b" "a\\nb"',
  '(semver "1.2.3-beta.1+x").Major',
  '(semver "v1.2").Minor',
  'print 1 2 "a" 3 4',
  'printf "%v" nil',
  'printf "%d %d" 1 2 3',
  'eq "a" "b" "a"',
  'eq nil .Values.m',
  'lt 1 2.5',
  'eq (int 3) (int64 3)',
  'required "msg" 0',
  'tpl "[{{ .Values.nope }}]" .',
  'tpl "{{ define \\"zz\\" }}Z{{ . }}{{ end }}{{ include \\"zz\\" 1 }}" .',
  'tpl "{{ .x" .',
  '.Files.Get "a.txt"',
  '(.Files.Glob "conf/*").AsConfig',
  '(.Files.Glob "conf/**").AsSecrets',
  '.Files.Lines "a.txt"',
  '.Capabilities.APIVersions.Has "apps/v1"',
  '.Capabilities.KubeVersion.GitVersion',
  '.Capabilities.KubeVersion.Minor',
  '.Chart.AppVersion',
  '.Template.Name',
  'kindOf .Release.Revision',
  'typeOf .Values',
  'dig "s" "x" .Values',
  '.Values.AsMap | dig "s" "x"',
  'typeOf (splitList "," "a")',
  '(split "," "a,b")._1',
  '(split "," "a,b")._9',
  'eq (split "," "a")._9 ""',
  'quote nil "a" 1',
  'int "08"',
  'int "1.9"',
  'int64 1e10',
  'toYaml 1e21',
  'toYaml 1234567.5',
  'toJson 1e-7',
  'toJson "<a>&"',
  '(fromYaml "a: 1").a | kindOf',
  'fromYaml "a: 017\\nb: yes\\nc: 1_000\\nd: 0x1f"',
  'fromYaml "x: &x {k: 1}\\ny:\\n  <<: *x\\n  z: 2"',
  'snakecase "FooBarHTTPServer2go"',
  'camelcase "HTTP_server-2x"',
  'wrapWith 5 "|" "aaaaaaaa bbb"',
  'substr 1 3 .Values.u',
  'substr 0 -1 .Values.s',
  'splitn "o" 2 .Values.s',
  'replace "" "-" "abc"',
  'coalesce 0 "" nil "x"',
  'getHostByName "x"',
];
const ranges = [
  '1.2.3',
  '^1.2',
  '~1.2',
  '>=1.21-0',
  '>1.1 <2',
  '>=1.0.0-0 <2.0.0-0',
  '1.x',
  '!=1.2.3',
  '1.2 - 1.4',
  '^0.2.3',
  '~1',
  '*',
  '>1.2 || <1',
  '',
  '>= 1.2, < 1.3',
  '=1.2',
  '^0.0.3',
  '<=1.2',
  'x.y',
];
const versions = ['1.2.3', 'v1.2.4-gke.1', '1.29.3', '0.2.5', '0.0.3', '1.3.0-alpha.1', '2', 'v1.34'];

/** Blocks around values, with all that they may do. */
function blocks(count: number): string[] {
  const draw = numbers(11);
  const pick = <T>(from: readonly T[]): T => from[draw(from.length)] as T;
  const trim = (): string => pick(['', '', '-']);
  const action = (text: string): string => {
    const [left, right] = [trim(), trim()];
    return `{{${left}${left === '' ? pick(['', ' ']) : ' '}${text}${right === '' ? '' : ' '}${right}}}`;
  };
  const body = (depth: number, inRange: boolean): string =>
    Array.from({ length: 1 + draw(3) }, () => part(depth, inRange)).join(pick(['', ' ', '\n']));
  const part = (depth: number, inRange: boolean): string => {
    // All of what a template sees is too much to be told.
    const operand = pick([...fields, ...(inRange ? ['.'] : []), '$x', '.k', '(.Values.nope).y', '$.Release.Name']);
    const inner = (): string => body(depth - 1, inRange);
    switch (depth <= 0 ? 0 : draw(9)) {
      case 1:
        return `${action(`if ${pick(['', 'not '])}${operand}`)}${inner()}${action(`else if ${pick(fields)}`)}${inner()}${action('end')}`;
      case 2:
        return `${action(`with ${operand}`)}${inner()}${action('else')}${inner()}${action('end')}`;
      case 3:
        return `${action(`range ${pick(['', '$i, $x := ', '$x = '])}${pick([...fields, '3', 'until 2'])}`)}${body(depth - 1, true)}${action('end')}`;
      case 4:
        return action(`$x ${pick([':=', '='])} ${operand}`);
      case 5:
        return action(`/* ${pick(['a', 'b {{ c }}'])} */`)
          .replace(/\{\{ \/\*/, '{{/*')
          .replace(/\*\/ \}\}/, '*/}}');
      case 6:
        return inRange
          ? `${action(`if ${pick(fields)}`)}${action(pick(['break', 'continue']))}${action('end')}`
          : 'text';
      case 7:
        return action(`include "t" ${operand}`);
      case 8:
        return action(`template "t" ${operand}`);
      default:
        return pick(['a', ' b\n', '\n\n', action(operand), action(`${operand} | default "d" | quote`)]);
    }
  };
  const head = '{{ define "t" }}<{{ . }}>{{ end }}{{ $x := 1 }}';
  return Array.from({ length: count }, () => head + body(3, false));
}

/** Templates of one file, of which every n-th is taken where there are very many. */
export function templateQuestions(): string[] {
  const say = (text: string): string => `[{{ ${text} }}]`;
  const every = (step: number, from: readonly string[]): string[] => from.filter((_, at) => at % step === 0);
  const one = ofOne
    .split(' ')
    .flatMap((name) => all.flatMap((value) => [say(`${name} ${value}`), say(`${value} | ${name}`)]));
  const two = ofTwo.split(' ').flatMap((name) => all.flatMap((a) => all.map((b) => say(`${name} ${a} ${b}`))));
  const numbered = ofNumberAndText
    .split(' ')
    .flatMap((name) => counts.flatMap((count) => texts.map((text) => say(`${name} ${count} ${text}`))));
  const formats = verbs.flatMap((verb) => all.map((value) => say(`printf "${verb}" ${value}`)));
  const compared = ranges.flatMap((range) => versions.map((version) => say(`semverCompare "${range}" "${version}"`)));
  const missing = ['m.a', 'nope', 'nope.x', 'm.c.d', 's.x', 'l.x', 'nul.x', 'n.x'].flatMap((path) => [
    say(`.Values.${path}`),
    say(`(.Values.${path})`),
    `{{ range $i, $x := .Values.${path} }}<{{ $i }}={{ $x }}>{{ else }}E{{ end }}`,
    `{{ $y := .Values.${path} }}[{{ $y }}][{{ $y.z }}]`,
  ]);
  return [
    ...every(7, one),
    ...every(97, two),
    ...every(3, numbered),
    ...every(5, formats),
    ...compared,
    ...missing,
    ...special.map(say),
    ...blocks(400),
  ];
}
