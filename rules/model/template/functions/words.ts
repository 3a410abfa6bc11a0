/** Words within texts: their capitals and their lines, as the packages behind sprig have them (strings.Title, xstrings/convert.go, goutils/wordutils.go). */

const isConnector = (character: string): boolean => /^[-_\s]$/.test(character);
const isUpper = (character: string): boolean => /^\p{Lu}$/u.test(character);

/** `strings.Title`: a letter behind what is neither letter, digit nor underscore becomes a capital. */
export function titled(text: string): string {
  let before = ' ';
  let made = '';
  for (const character of text) {
    const isBoundary = before <= '\x7f' ? !/\w/.test(before) : /\s/.test(before);
    made += isBoundary ? character.toUpperCase() : character;
    before = character;
  }
  return made;
}

/** sprig's `untitle`: the first letter of each word in lower case. */
export const untitled = (text: string): string =>
  text.replaceAll(/(^|\s)(\S)/gu, (_, before: string, letter: string) => before + letter.toLowerCase());

type Word = 'number' | 'upper' | 'alphabet' | 'connector' | 'punct' | 'other' | 'none';

const forms: readonly (readonly [Word, RegExp])[] = [
  ['connector', /^[-_\s]+/u],
  ['punct', /^\p{P}+/u],
  // Of `HTTPStatus` the last capital is the next word's.
  ['upper', /^\p{Lu}[\p{Ll}\p{Lt}\p{Lm}\p{Lo}]+|^\p{Lu}+/u],
  ['alphabet', /^[\p{Ll}\p{Lt}\p{Lm}\p{Lo}]+/u],
  ['number', /^\p{N}+/u],
  ['other', /^[^-_\s\p{P}\p{L}\p{N}]+/u],
];

function wordsOf(text: string): (readonly [Word, string])[] {
  const words: (readonly [Word, string])[] = [];
  for (let rest = text; rest !== ''; ) {
    let [kind, word]: readonly [Word, string] = ['other', rest[0] as string];
    for (const [name, form] of forms) {
      const found = form.exec(rest)?.[0];
      if (found === undefined) continue;
      [kind, word] = [name, found];
      break;
    }
    if (/^\p{Lu}{2,}$/u.test(word) && /^[\p{Ll}\p{Lt}\p{Lm}\p{Lo}]/u.test(rest.slice(word.length)))
      word = word.slice(0, -1);
    words.push([kind, word]);
    rest = rest.slice(word.length);
  }
  return words;
}

/** xstrings, `camelCaseToLowerCase`. */
function separated(text: string, connector: string): string {
  const words = wordsOf(text);
  let next = 0;
  const take = (): readonly [Word, string] => words[next++] ?? ['none', ''];
  const joins = (kind: Word): boolean => kind !== 'connector' && kind !== 'punct';
  const isWordOrNumber = (kind: Word): boolean => kind === 'alphabet' || kind === 'number';
  const lower = ([kind, word]: readonly [Word, string]): string =>
    kind === 'connector' ? [...word].map(() => connector).join('') : kind === 'upper' ? word.toLowerCase() : word;
  if (words.length === 0) return '';
  let made = '';
  let word = take();
  while (next < words.length) {
    if (word[0] !== 'connector') made += lower(word);
    const last = word;
    word = take();
    if (last[0] === 'number') {
      for (; isWordOrNumber(word[0]); word = take()) made += lower(word);
      if (word[0] !== 'none' && joins(word[0])) made += connector;
    } else if (last[0] === 'connector') made += lower(last);
    else if (last[0] !== 'punct') {
      if (word[0] !== 'number') {
        if (joins(word[0])) made += connector;
      } else if (next < words.length) {
        const number = word;
        word = take();
        if (word[0] !== 'alphabet') {
          // A number is a part of the word before it: `bld4_floor`.
          made += number[1] + (joins(word[0]) ? connector : '');
        } else {
          made += connector + number[1];
          for (; isWordOrNumber(word[0]); word = take()) made += lower(word);
          if (word[0] !== 'none' && joins(word[0])) made += connector;
        }
      }
    }
  }
  return made + lower(word);
}

/** xstrings, `ToSnakeCase`: words in lower case with `_` between them. */
export const snakeCase = (text: string): string => separated(text, '_');

/** xstrings, `ToKebabCase`: words in lower case with `-` between them. */
export const kebabCase = (text: string): string => separated(text, '-');

/** xstrings, `toCamelCase` with its first letter as a capital. */
export function camelCase(text: string): string {
  const all = [...text];
  const start = all.findIndex((character) => !isConnector(character));
  if (start < 0) return text;
  let made = all.slice(0, start).join('');
  let wasUpper = isUpper(all[start] as string);
  let held = (all[start] as string).toUpperCase();
  for (const character of all.slice(start + 1)) {
    const last = held;
    held = character;
    if (isConnector(held) && isConnector(last)) {
      made += last;
      continue;
    }
    if (isConnector(last)) {
      wasUpper = isUpper(held);
      held = held.toUpperCase();
      continue;
    }
    if (wasUpper) {
      if (isUpper(held)) held = held.toLowerCase();
      else wasUpper = false;
    }
    made += last;
  }
  return made + held;
}

/** goutils.WrapCustom for one byte a character. @param cuts words that are too long are cut. */
export function wrapped(text: string, width: number, separator: string, cuts: boolean): string {
  const most = Math.max(width, 1);
  const between = separator === '' ? '\n' : separator;
  let made = '';
  let at = 0;
  while (text.length - at > most) {
    if (text[at] === ' ') {
      at++;
      continue;
    }
    const space = text.lastIndexOf(' ', at + most);
    const end = space >= at ? space : cuts ? at + most : text.indexOf(' ', at + most);
    if (end < 0) return made + text.slice(at);
    made += text.slice(at, end) + between;
    at = space < at && cuts ? end : end + 1;
  }
  return made + text.slice(at);
}
