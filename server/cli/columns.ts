/** Text in columns of a screen: how many it takes, and where it is broken. Source: Unicode Standard Annex 11 (East Asian Width), in broad strokes. */

/** Takes no column: combining marks, and what chooses the shape of the character before it. */
const none = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
/** Takes two. */
const two =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$|^\p{Emoji_Presentation}$/u;

const widthOf = (character: string): number => (none.test(character) ? 0 : two.test(character) ? 2 : 1);

/** @param text one line without controls. @returns how many columns it takes. */
export function columnsOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += widthOf(character);
  return columns;
}

/** @returns the longest beginning of a text that fits, as an offset. @param width in columns. */
export function fitting(text: string, width: number): number {
  let columns = 0;
  let at = 0;
  for (const character of text) {
    columns += widthOf(character);
    if (columns > width) return at;
    at += character.length;
  }
  return at;
}

/** @returns lines of whole words that fit; a longer word is a line of its own. @param width in columns. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
