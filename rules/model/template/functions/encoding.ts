/** Encodings and checksums: what sprig calls b64enc, b32enc, sha256sum and so on. */
import { bytesOf, textOf } from '../value/bytes.ts';
import { Unknown, type Value } from '../value/value.ts';
import { adler32, sha1, sha256 } from './digest.ts';
import { define, type Functions } from './function.ts';

const alphabets = {
  64: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  32: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
} as const;

function encoded(text: string, base: 32 | 64): string {
  const width = base === 64 ? 6 : 5;
  const group = base === 64 ? 4 : 8;
  let made = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytesOf(text)) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= width) {
      bits -= width;
      made += alphabets[base][(held >> bits) & (base - 1)];
    }
  }
  if (bits > 0) made += alphabets[base][(held << (width - bits)) & (base - 1)];
  return made + '='.repeat((group - (made.length % group)) % group);
}

/** A text that cannot be decoded becomes Go's error, as in sprig; bytes that are no text are unknown. */
function decoded(text: string, base: 32 | 64): Value {
  const width = base === 64 ? 6 : 5;
  const group = base === 64 ? 4 : 8;
  const wrong = [...text].findIndex((letter) => !`${alphabets[base]}=\r\n`.includes(letter));
  if (wrong >= 0 && !text.slice(0, wrong).includes('=')) return `illegal base${base} data at input byte ${wrong}`;
  const plain = text.replaceAll(/[\r\n]/g, '');
  const body = plain.replace(/={1,6}$/, '');
  if (body.includes('=') || plain.length % group !== 0 || wrong >= 0)
    return new Unknown(`a text that is not base${base}`);
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of body) {
    held = ((held << width) | alphabets[base].indexOf(letter)) & 0xffff;
    bits += width;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
  }
  return textOf(Uint8Array.from(bytes)) ?? new Unknown('bytes that are not text');
}

/** sprig's encodings and hashes, by name. */
export const encoding: Functions = {
  b64enc: define('s', (text) => encoded(text, 64)),
  b64dec: define('s', (text) => decoded(text, 64)),
  b32enc: define('s', (text) => encoded(text, 32)),
  b32dec: define('s', (text) => decoded(text, 32)),
  sha1sum: define('s', (text) => sha1(bytesOf(text))),
  sha256sum: define('s', (text) => sha256(bytesOf(text))),
  adler32sum: define('s', (text) => adler32(bytesOf(text))),
};

/** The text of base64, for what is not a template's function. */
export const base64 = (text: string): string => encoded(text, 64);
