/** Functions of regular expressions: sprig's regex.go, over Go's regexp. */
import { GoError, UnknownError } from '../value/errors.ts';
import { Unknown, type Value } from '../value/value.ts';
import { type Expression, translate } from './expression.ts';
import { define, type Functions, type GoFunction } from './function.ts';

/** Texts above these lengths are not searched: expressions of JavaScript may take very long. */
const longest = { costly: 200, plain: 20_000 };

const known = new Map<string, Expression>();

function expression(source: string, text: string): RegExp {
  let found = known.get(source);
  if (found === undefined) {
    found = translate(source);
    if (known.size > 500) known.clear();
    known.set(source, found);
  }
  if (text.length > (found.isCostly ? longest.costly : longest.plain))
    throw new UnknownError('a regular expression on a long text');
  return found.matcher;
}

/** All matches; an empty one right behind another is none (regexp.go, `allMatches`). */
function matches(source: string, text: string, most = -1): RegExpExecArray[] {
  const matcher = expression(source, text);
  const found: RegExpExecArray[] = [];
  let end = -1;
  for (const match of text.matchAll(matcher) as Iterable<RegExpExecArray>) {
    if (found.length === most) break;
    if (match[0] === '' && match.index === end) continue;
    found.push(match);
    end = match.index + match[0].length;
  }
  return found;
}

/** `$1`, `${1}`, `$name`: the longest name counts, so that `$1x` is a group called `1x`. */
function expanded(template: string, match: RegExpExecArray): string {
  return template.replaceAll(/\$(?:\$|\{(\w+)\}|([\p{L}\p{N}_]+))/gu, (written, braced?: string, bare?: string) => {
    if (written === '$$') return '$';
    const name = braced ?? bare ?? '';
    return (/^\d+$/.test(name) ? match[Number(name)] : match.groups?.[name]) ?? '';
  });
}

function replaced(source: string, text: string, replacement: (match: RegExpExecArray) => string): string {
  let made = '';
  let at = 0;
  for (const match of matches(source, text)) {
    made += text.slice(at, match.index) + replacement(match);
    at = match.index + match[0].length;
  }
  return made + text.slice(at);
}

/** regexp.go, `Split`. */
function split(source: string, text: string, count: number): string[] {
  if (count === 0) return [];
  if (source.length > 0 && text === '') return [''];
  const made: string[] = [];
  let [begin, end] = [0, 0];
  for (const match of matches(source, text, count)) {
    if (count > 0 && made.length === count - 1) break;
    end = match.index;
    if (match.index + match[0].length !== 0) made.push(text.slice(begin, end));
    begin = match.index + match[0].length;
  }
  if (end !== text.length) made.push(text.slice(begin));
  return made;
}

/** What JavaScript cannot say is unknown. */
function sure(run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    if (error instanceof UnknownError) return new Unknown(error.message);
    throw error;
  }
}

const find = (source: string, text: string): Value => sure(() => matches(source, text, 1)[0]?.[0] ?? '');

function isMatch(source: string, text: string): Value {
  return sure(() => matches(source, text, 1).length > 0);
}

/** sprig drops the error of this one alone. */
function isMatchOrFalse(source: string, text: string): Value {
  try {
    return isMatch(source, text);
  } catch (error) {
    if (error instanceof GoError) return false;
    throw error;
  }
}

const searching: Readonly<Record<string, GoFunction>> = {
  regexFind: define('s s', find),
  regexFindAll: define('s s i', (source, text, most) =>
    sure(() => matches(source, text, most).map(([whole]) => whole)),
  ),
  regexReplaceAll: define('s s s', (source, text, to) =>
    sure(() => replaced(source, text, (match) => expanded(to, match))),
  ),
  regexReplaceAllLiteral: define('s s s', (source, text, to) => sure(() => replaced(source, text, () => to))),
  regexSplit: define('s s i', (source, text, count) => sure(() => split(source, text, count))),
};

/** sprig's functions with regular expressions, by name. */
export const regex: Functions = {
  ...searching,
  ...Object.fromEntries(Object.entries(searching).map(([name, fn]) => [`mustR${name.slice(1)}`, fn])),
  regexMatch: define('s s', isMatchOrFalse),
  mustRegexMatch: define('s s', isMatch),
  regexQuoteMeta: define('s', (text) => text.replaceAll(/[\\.+*?()|[\]{}^$]/g, '\\$&')),
};
