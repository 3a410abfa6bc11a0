/** Text as the UTF-8 bytes that Go counts in. */

/** The bytes of a text; a lone surrogate becomes U+FFFD. */
export function bytesOf(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    let code = character.codePointAt(0) as number;
    if (code >= 0xd800 && code < 0xe000) code = 0xfffd;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return Uint8Array.from(bytes);
}

/** @returns undefined where the bytes are no UTF-8. */
export function textOf(bytes: Uint8Array): string | undefined {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] as number;
    const size = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (size === 0 || at + size > bytes.length) return undefined;
    let code = size === 1 ? first : first & (0xff >> (size + 1));
    for (let next = 1; next < size; next++) {
      const byte = bytes[at + next] as number;
      if ((byte & 0xc0) !== 0x80) return undefined;
      code = (code << 6) | (byte & 63);
    }
    if ((size === 3 && code < 0x800) || (size === 4 && (code < 0x10000 || code > 0x10ffff))) return undefined;
    if (code >= 0xd800 && code < 0xe000) return undefined;
    text += String.fromCodePoint(code);
    at += size;
  }
  return text;
}

/** Whether bytes and UTF-16 units of a text are the same: the first 128 characters are what one byte holds. */
export const isAscii = (text: string): boolean => !/[\u0080-\uffff]/.test(text);

/** How many bytes a text has in UTF-8, as Go counts. */
export const byteLength = (text: string): number => (isAscii(text) ? text.length : bytesOf(text).length);

/** The offset in UTF-16 units of an offset in bytes; undefined within a character. */
export function offsetOfByte(text: string, byte: number): number | undefined {
  if (isAscii(text)) return byte;
  let at = 0;
  let bytes = 0;
  for (const character of text) {
    if (bytes >= byte) break;
    bytes += byteLength(character);
    at += character.length;
  }
  return bytes === byte ? at : undefined;
}
