/** How Go's fmt prints values: `%v`, `%q`, and what `print` and `printf` of templates make. Source: the package fmt. */
import { byteLength, bytesOf, isAscii } from './bytes.ts';
import { GoError } from './errors.ts';
import { exponentFloat, fixedFloat, formatFloat } from './numbers.ts';
import { unknownText } from './text.ts';
import {
  Int,
  isDict,
  isList,
  isNil,
  isObject,
  isText,
  kindOf,
  sortedKeys,
  typeOf,
  Unknown,
  type Value,
} from './value.ts';

/** `%v`. */
export function printed(value: Value): string {
  if (typeof value === 'string') return value;
  if (isNil(value)) return '<nil>';
  if (typeof value === 'number') return formatFloat(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Int) return String(value.value);
  if (isList(value)) return `[${value.map(printed).join(' ')}]`;
  if (isDict(value))
    return `map[${sortedKeys(value)
      .map((key) => `${key}:${printed(value.get(key))}`)
      .join(' ')}]`;
  if (value instanceof Unknown) return unknownText(value.reason);
  return isObject(value) ? value.printed : value.toString();
}

/** What sprig makes a text of (`strval`). */
export const strval = (value: Value): string => printed(value);

const escapes = new Map<number, string>([
  [7, '\\a'],
  [8, '\\b'],
  [12, '\\f'],
  [10, '\\n'],
  [13, '\\r'],
  [9, '\\t'],
  [11, '\\v'],
  [34, '\\"'],
  [92, '\\\\'],
]);

/** `strconv.Quote`. */
export function quoted(text: string): string {
  let made = '"';
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    const known = escapes.get(code);
    if (known !== undefined) made += known;
    else if (code < 0x20 || code === 0x7f) made += `\\x${code.toString(16).padStart(2, '0')}`;
    else if (isPrintable(character)) made += character;
    else
      made += code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
  }
  return `${made}"`;
}

/** `strconv.IsPrint`: letters, marks, numbers, punctuation, symbols, and the blank. */
const isPrintable = (character: string): boolean =>
  // The marks of what is unknown stay as they are.
  character === ' ' || /^[\p{L}\p{M}\p{N}\p{P}\p{S}\uE0F0-\uE17F]$/u.test(character);

/** `fmt.Sprint`: a blank between two values of which neither is a text. */
export function sprint(values: readonly Value[]): string {
  return values
    .map((value, at) => (at > 0 && !isText(value) && !isText(values[at - 1]) ? ' ' : '') + printed(value))
    .join('');
}

/** Go's `fmt.Sprintln`: values with a blank between them and a line feed behind. */
export const sprintln = (values: readonly Value[]): string => `${values.map(printed).join(' ')}\n`;

interface Directive {
  readonly flags: string;
  readonly width: number | undefined;
  readonly precision: number | undefined;
  readonly verb: string;
}

const longestPad = 10_000;

/** `fmt.Sprintf`. */
export function sprintf(format: string, args: readonly Value[]): string {
  let next = 0;
  let reordered = false;
  const star = (): number | undefined => {
    const arg = args[next++];
    return arg instanceof Int ? Number(arg.value) : undefined;
  };
  const made = format.replaceAll(
    /%([-+# 0]*)(\[\d+\])?(\*|\d+)?(?:(\.)(\[\d+\])?(\*|\d+)?)?(\[\d+\])?([\s\S]?)/gu,
    (
      _,
      flags: string,
      first?: string,
      width?: string,
      point?: string,
      second?: string,
      precision?: string,
      third?: string,
      verb = '',
    ) => {
      for (const index of [first, second, third])
        if (index !== undefined) {
          next = Number(index.slice(1, -1)) - 1;
          reordered = true;
        }
      const wide = width === '*' ? star() : width === undefined ? undefined : Number(width);
      const exact = point === undefined ? undefined : precision === '*' ? star() : Number(precision ?? 0);
      if (verb === '') return '%!(NOVERB)';
      if (verb === '%') return '%';
      if (next >= args.length || next < 0) return next < 0 || reordered ? `%!${verb}(BADINDEX)` : `%!${verb}(MISSING)`;
      if ((wide ?? 0) > longestPad || (exact ?? 0) > longestPad) throw new GoError('the width of printf is too large');
      // `%+v` is about fields of structs, not about signs.
      const kept = verb === 'v' ? flags.replace('+', '') : flags;
      return directive({ flags: kept, width: wide, precision: exact, verb }, args[next++]);
    },
  );
  if (reordered || next >= args.length) return made;
  const extra = args.slice(next).map((arg) => (isNil(arg) ? '<nil>' : `${typeOf(arg)}=${printed(arg)}`));
  return `${made}%!(EXTRA ${extra.join(', ')})`;
}

function directive(of: Directive, value: Value): string {
  if (of.verb === 'T') return padded(of, typeOf(value));
  if (of.verb === 'v' && of.flags.includes('#')) return padded(of, goSyntax(value));
  if (value instanceof Unknown) return printed(value);
  if (typeof value === 'number' && /[xXb]/.test(of.verb)) return unknownText('a number in hexadecimal');
  if (isNil(value)) return of.verb === 'v' ? padded(of, '<nil>') : `%!${of.verb}(<nil>)`;
  const item = (one: Value): string => (isNil(one) ? '<nil>' : directive(of, one));
  if (isList(value)) return `[${value.map(item).join(' ')}]`;
  if (isDict(value))
    return `map[${sortedKeys(value)
      .map((key) => `${item(key)}:${item(value.get(key))}`)
      .join(' ')}]`;
  return scalar(of, value) ?? `%!${of.verb}(${typeOf(value)}=${directive({ ...of, verb: 'v' }, value)})`;
}

/** @returns undefined where the verb does not fit. */
function scalar(of: Directive, value: Value): string | undefined {
  if (isText(value) || isObject(value)) return textual(of, isObject(value) ? value.printed : String(value));
  if (typeof value === 'boolean') return of.verb === 't' || of.verb === 'v' ? padded(of, String(value)) : undefined;
  if (value instanceof Int) return whole(of, value);
  return typeof value === 'number' ? float(of, value) : undefined;
}

function textual(of: Directive, text: string): string | undefined {
  const short = of.precision === undefined ? text : [...text].slice(0, of.precision).join('');
  switch (of.verb) {
    case 's':
    case 'v':
      return padded(of, short);
    case 'q':
      return padded(of, of.flags.includes('#') && !/[`\n\r]/.test(short) ? `\`${short}\`` : quoted(short));
    case 'x':
    case 'X': {
      const hex = [...bytesOf(short)].map((byte) => byte.toString(16).padStart(2, '0'));
      const joined = hex.join(of.flags.includes(' ') ? ' ' : '');
      return padded(of, of.verb === 'X' ? joined.toUpperCase() : joined);
    }
    default:
      return undefined;
  }
}

const bases: Readonly<Record<string, number>> = { d: 10, v: 10, b: 2, o: 8, O: 8, x: 16, X: 16 };

function whole(of: Directive, { value }: Int): string | undefined {
  if (of.verb === 'c') return padded(of, String.fromCodePoint(Number(value)));
  if (of.verb === 'q')
    return padded(
      of,
      `'${quoted(String.fromCodePoint(Number(value)))
        .slice(1, -1)
        .replace("'", "\\'")
        .replace('\\"', '"')}'`,
    );
  if (of.verb === 'U') return padded(of, `U+${value.toString(16).toUpperCase().padStart(4, '0')}`);
  const base = bases[of.verb];
  if (base === undefined) return undefined;
  const size = value < 0n ? -value : value;
  let digits = size.toString(base);
  if (of.precision !== undefined) digits = digits.padStart(of.precision, '0');
  if (of.flags.includes('#') || of.verb === 'O')
    digits = ({ x: '0x', X: '0x', o: '0', O: '0o', b: '0b' }[of.verb] ?? '') + digits;
  if (of.verb === 'X') digits = digits.toUpperCase();
  return signed(of, value < 0n, digits, of.precision === undefined);
}

function float(of: Directive, value: number): string | undefined {
  const isNegative = value < 0 || Object.is(value, -0);
  const body = floatBody(of, Math.abs(value));
  return body === undefined ? undefined : signed(of, isNegative, body.replace(/^\+/, ''), Number.isFinite(value));
}

function floatBody({ verb, precision }: Directive, size: number): string | undefined {
  switch (verb) {
    case 'f':
    case 'F':
      return fixedFloat(size, precision ?? 6);
    case 'e':
    case 'E': {
      const text = exponentFloat(size, precision ?? 6);
      return verb === 'E' ? text.toUpperCase() : text;
    }
    case 'v':
    case 'g':
    case 'G': {
      if (precision === undefined || !Number.isFinite(size)) return formatFloat(size);
      const exact = Math.max(precision, 1);
      const [mantissa = '0', power = '0'] = size.toExponential(exact - 1).split('e');
      const exponent = Number(power);
      const drop = (text: string): string => (text.includes('.') ? withoutZeros(text) : text);
      if (exponent < -4 || exponent >= exact)
        return `${drop(mantissa)}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
      return drop(fixedFloat(size, Math.max(exact - 1 - exponent, 0)));
    }
    default:
      return undefined;
  }
}

function signed(of: Directive, isNegative: boolean, digits: string, zeros: boolean): string {
  const mark = isNegative ? '-' : of.flags.includes('+') ? '+' : of.flags.includes(' ') ? ' ' : '';
  if (zeros && of.flags.includes('0') && !of.flags.includes('-') && of.width !== undefined)
    return mark + digits.padStart(of.width - mark.length, '0');
  return padded({ ...of, flags: of.flags.replace('0', '') }, mark + digits);
}

/** The width counts characters, not bytes. */
function padded({ flags, width }: Directive, text: string): string {
  if (width === undefined) return text;
  const missing = width - (isAscii(text) ? text.length : [...text].length);
  if (missing <= 0) return text;
  if (flags.includes('-')) return text + ' '.repeat(missing);
  return (flags.includes('0') ? '0' : ' ').repeat(missing) + text;
}

/** `%#v` of what has a simple one. */
function goSyntax(value: Value): string {
  if (isText(value)) return quoted(String(value));
  if (isList(value)) return `[]interface {}{${value.map(goSyntax).join(', ')}}`;
  if (isDict(value))
    return `${typeOf(value)}{${sortedKeys(value)
      .map((key) => `${quoted(key)}:${goSyntax(value.get(key))}`)
      .join(', ')}}`;
  return isNil(value) ? '<nil>' : printed(value);
}

/** Go's word for what has no length. @throws GoError */
export function lengthOf(value: Value): number {
  if (isText(value)) return byteLength(String(value));
  if (isList(value)) return value.length;
  if (isDict(value)) return value.size;
  throw new GoError(isNil(value) ? 'len of nil pointer' : `len of type ${kindOf(value)}`);
}

/** A number with a point, without the zeros at its end and a point that then stands there. */
function withoutZeros(text: string): string {
  let end = text.length;
  while (text[end - 1] === '0') end--;
  return text.slice(0, text[end - 1] === '.' ? end - 1 : end);
}
