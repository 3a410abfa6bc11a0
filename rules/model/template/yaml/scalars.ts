/**
 * How goyaml writes one text in YAML: plain, in quotes or as a block, and where it breaks lines. Source: go.yaml.in/yaml/v2, encode.go (`stringv`) and
 * emitterc.go (`yaml_emitter_analyze_scalar`, `yaml_emitter_write_*_scalar`).
 */
import { resolvePlain } from '../../../yaml/scalar.ts';
import { parseFloat64, parseInt0 } from '../value/numbers.ts';

/** Columns behind which a line is broken at the next blank. */
const width = 80;

interface Allowed {
  readonly plain: boolean;
  readonly single: boolean;
  readonly block: boolean;
  readonly multiline: boolean;
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';
const isBreak = (character: string | undefined): boolean =>
  character === '\n' || character === '\r' || character === '\x85' || character === '\u2028' || character === '\u2029';

function isPrintable(character: string): boolean {
  const code = character.codePointAt(0) as number;
  return (
    code === 0x0a ||
    (code >= 0x20 && code <= 0x7e) ||
    (code >= 0xa0 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd && code !== 0xfeff)
  );
}

function analysed(text: string): Allowed {
  if (text === '') return { plain: true, single: true, block: false, multiline: false };
  let indicators = text.startsWith('---') || text.startsWith('...');
  let [special, breaks, breakSpace, spaceBreak] = [false, false, false, false];
  const all = [...text];
  for (const [at, character] of all.entries()) {
    const next = all[at + 1];
    // Only blanks, not breaks, count as what follows (`is_blank`).
    const beforeBlank = next === undefined || isBlank(next);
    const before = all[at - 1];
    if (at === 0) {
      if ('#,[]{}&*!|>\'"%@`'.includes(character)) indicators = true;
      if ((character === '?' || character === ':' || character === '-') && beforeBlank) indicators = true;
    } else if (character === ':' && beforeBlank) indicators = true;
    else if (character === '#' && (isBlank(before) || isBreak(before))) indicators = true;
    if (!isPrintable(character)) special = true;
    if (character === ' ') {
      if (isBreak(before)) breakSpace = true;
    } else if (isBreak(character)) {
      breaks = true;
      if (before === ' ') spaceBreak = true;
    }
  }
  const [first, last] = [all[0], all.at(-1)];
  const edges = first === ' ' || isBreak(first) || last === ' ' || isBreak(last);
  const none = spaceBreak || special;
  return {
    plain: !edges && !breakSpace && !none && !breaks && !indicators,
    single: !breakSpace && !none,
    block: last !== ' ' && !none,
    multiline: breaks,
  };
}

/** Whether a plain text would be read as something else than itself (resolve.go). */
function meansOther(text: string): boolean {
  if (typeof resolvePlain(text) !== 'string' || text === '<<') return true;
  if (/^[-+.0-9]/.test(text)) {
    const plain = text.replaceAll('_', '');
    if (parseInt0(plain) !== undefined || /^\+?\d+$/.test(plain)) return true;
    if (/^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(plain)) return parseFloat64(plain) !== undefined;
    if (text.startsWith('.') && parseFloat64(text) !== undefined) return true;
    if (isTimestamp(text)) return true;
  }
  // Base 60, which goyaml quotes for other readers.
  return /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/.test(text);
}

function isTimestamp(text: string): boolean {
  const form =
    /^\d{4}-(\d{1,2})-(\d{1,2})(?:[Tt ](\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.\d+)?(?: ?(?:Z|[+-]\d{2}:\d{2}))?)?$/.exec(
      text,
    );
  if (form === null) return false;
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = form.slice(1).map((part) => Number(part ?? 0));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60 && second < 60;
}

/** Whether a text may be a key on the line of its value. */
export function isSimpleKey(text: string, bytes: number): boolean {
  return !analysed(text).multiline && bytes <= 128;
}

/**
 * A text as YAML, from where the line stands.
 * @param column of the first character. @param indent of further lines. @param isKey a key stays on its line.
 */
export function written(text: string, column: number, indent: number, isKey: boolean): string {
  const allowed = analysed(text);
  const lines = text.includes('\n');
  if (lines && allowed.block && !isKey) return literal(text, indent);
  const plain = !lines && !meansOther(text);
  if (plain && allowed.plain && !(text === '' && isKey)) return folded(text, column, indent, isKey, 'plain');
  if (plain && allowed.single) return folded(text, column + 1, indent, isKey, 'single');
  return doubleQuoted(text, column + 1, indent, isKey);
}

function folded(text: string, column: number, indent: number, isKey: boolean, style: 'plain' | 'single'): string {
  let made = '';
  let at = column;
  let spaces = false;
  const all = [...text];
  for (const [place, character] of all.entries()) {
    if (character === ' ') {
      const isInner = style === 'plain' || (place > 0 && place < all.length - 1);
      if (!isKey && !spaces && at > width && isInner && all[place + 1] !== ' ') {
        made += `\n${' '.repeat(indent)}`;
        at = indent;
      } else {
        made += ' ';
        at++;
      }
      spaces = true;
      continue;
    }
    const shown = style === 'single' && character === "'" ? "''" : character;
    made += shown;
    at += shown.length > 1 && character === "'" ? 2 : 1;
    spaces = false;
  }
  return style === 'single' ? `'${made}'` : made;
}

const escapes: Readonly<Record<string, string>> = {
  '\0': '0',
  '\x07': 'a',
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\v': 'v',
  '\f': 'f',
  '\r': 'r',
  '\x1b': 'e',
  '"': '"',
  '\\': '\\',
  '\x85': 'N',
  '\u00a0': '_',
  '\u2028': 'L',
  '\u2029': 'P',
};

function escape(character: string): string {
  const short = escapes[character];
  if (short !== undefined) return `\\${short}`;
  const hex = (character.codePointAt(0) as number).toString(16).toUpperCase();
  return hex.length <= 2
    ? `\\x${hex.padStart(2, '0')}`
    : hex.length <= 4
      ? `\\u${hex.padStart(4, '0')}`
      : `\\U${hex.padStart(8, '0')}`;
}

function doubleQuoted(text: string, column: number, indent: number, isKey: boolean): string {
  let made = '';
  let at = column;
  let spaces = false;
  const all = [...text];
  for (const [place, character] of all.entries()) {
    if (!isPrintable(character) || isBreak(character) || character === '"' || character === '\\') {
      const shown = escape(character);
      made += shown;
      at += shown.length;
      spaces = false;
    } else if (character === ' ') {
      if (!isKey && !spaces && at > width && place > 0 && place < all.length - 1) {
        made += `\n${' '.repeat(indent)}${all[place + 1] === ' ' ? '\\' : ''}`;
        at = indent + (all[place + 1] === ' ' ? 1 : 0);
      } else {
        made += ' ';
        at++;
      }
      spaces = true;
    } else {
      made += character;
      at++;
      spaces = false;
    }
  }
  return `"${made}"`;
}

function literal(text: string, indent: number): string {
  const hint = text.startsWith(' ') || isBreak(text[0]) ? '2' : '';
  const isBroken = isBreak(text.at(-1));
  const chomp = !isBroken ? '-' : text.length === 1 || isBreak(text.at(-2)) ? '+' : '';
  const lines = text.split('\n').map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
  return `|${hint}${chomp}\n${lines.join('\n')}`;
}
