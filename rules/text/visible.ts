/**
 * Makes texts of others fit for a line that a person, a terminal or a CI system reads: nothing in them moves a cursor, ends the line, turns its
 * direction or is taken for a command.
 */
import { withoutCredentials } from './credentials.ts';

/**
 * Controls of terminals (C0, C1), what ends a line, and what changes the direction of text or is not seen at all (Unicode 16, Bidi_Control and
 * Default_Ignorable_Code_Point; not what chooses the shape of the character before it). Tags, U+E0000 and on, would carry a hidden text.
 */
const unseen =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e007f}\p{Cs}]/gu;

/** What CI systems read as commands wherever it stands in a line: GitHub, Azure Pipelines, TeamCity. */
const commands = /##(?=[a-z]*\[)/gi;

const short: { readonly [character: string]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** @returns one line. What is not seen is written as in JSON; credentials are left out. */
export function visible(text: string): string {
  return withoutCredentials(escaped(text)).replace(commands, '#\\u0023');
}

/**
 * A path as Git shows it (`core.quotePath`): in quotes where something in it has to be escaped, in octal numbers of its bytes.
 * @param prefix such as `a/`, which stands within the quotes.
 */
export function visiblePath(path: string, prefix = ''): string {
  const whole = prefix + path;
  const quoted = whole
    .replaceAll(/["\\]/g, '\\$&')
    .replace(unseen, (character) => short[character] ?? octal(character))
    .replace(commands, '#\\043');
  // What begins like a command of a CI system would be one at the beginning of a line.
  return quoted === whole && !/^\s*::/.test(whole) ? whole : `"${quoted}"`;
}

/** Several lines, which keep their ends and their tabs. */
export function visibleLines(text: string): string {
  return text.replace(unseen, (character) =>
    character === '\n' || character === '\t' ? character : codeOf(character),
  );
}

/** JSON that commands nobody: its values stay the same. */
export function visibleJson(json: string): string {
  return visibleLines(json).replace(commands, '#\\u0023');
}

function escaped(text: string): string {
  return text.replace(unseen, (character) => short[character] ?? codeOf(character));
}

function codeOf(character: string): string {
  return Array.from({ length: character.length }, (_, i) => character.charCodeAt(i))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
}

/** Half a character has no bytes of its own. */
function octal(character: string): string {
  if (/\p{Cs}/u.test(character)) return codeOf(character);
  const bytes = encodeURIComponent(character).match(/%..|./g) ?? [];
  return bytes
    .map(
      (byte) =>
        `\\${(byte.length > 1 ? Number.parseInt(byte.slice(1), 16) : byte.charCodeAt(0)).toString(8).padStart(3, '0')}`,
    )
    .join('');
}
