/** Checksums in TypeScript alone, since the engine has no crypto of a host: SHA-1 and SHA-256 (FIPS 180-4), Adler-32 (RFC 1950). */

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The message with its end mark and length, as words. */
function padded(bytes: Uint8Array): DataView {
  const size = ((bytes.length + 8) >> 6) * 64 + 64;
  const made = new Uint8Array(size);
  made.set(bytes);
  made[bytes.length] = 0x80;
  const view = new DataView(made.buffer);
  view.setUint32(size - 4, (bytes.length << 3) >>> 0);
  view.setUint32(size - 8, Math.floor(bytes.length / 0x20000000));
  return view;
}

const hex = (words: ArrayLike<number>): string =>
  Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');

/** The first bits of the roots of primes, of which SHA-256 is made. */
function rootBits(root: (prime: number) => number, count: number): number[] {
  const made: number[] = [];
  for (let candidate = 2; made.length < count; candidate++) {
    let isPrime = true;
    for (let factor = 2; factor * factor <= candidate; factor++) if (candidate % factor === 0) isPrime = false;
    if (isPrime) made.push(Math.floor((root(candidate) % 1) * 0x100000000));
  }
  return made;
}

const roundWords = rootBits(Math.cbrt, 64);
const firstWords = rootBits(Math.sqrt, 8);

/** In hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  const view = padded(bytes);
  const state = Uint32Array.from(firstWords);
  const words = new Uint32Array(64);
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let at = 0; at < 16; at++) words[at] = view.getUint32(block + at * 4);
    for (let at = 16; at < 64; at++) {
      const early = words[at - 15] as number;
      const late = words[at - 2] as number;
      const low = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
      const high = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
      words[at] = (words[at - 16] as number) + low + (words[at - 7] as number) + high;
    }
    let [a, b, c, d, e, f, g, h] = [...state] as [number, number, number, number, number, number, number, number];
    for (let at = 0; at < 64; at++) {
      const high = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const one = (h + high + ((e & f) ^ (~e & g)) + (roundWords[at] as number) + (words[at] as number)) | 0;
      const low = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const two = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at] as number) + word;
  }
  return hex(state);
}

/** In hexadecimal. */
export function sha1(bytes: Uint8Array): string {
  const view = padded(bytes);
  const state = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const words = new Uint32Array(80);
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let at = 0; at < 16; at++) words[at] = view.getUint32(block + at * 4);
    for (let at = 16; at < 80; at++)
      words[at] = rotate(
        (words[at - 3] as number) ^ (words[at - 8] as number) ^ (words[at - 14] as number) ^ (words[at - 16] as number),
        31,
      );
    let [a, b, c, d, e] = [...state] as [number, number, number, number, number];
    for (let at = 0; at < 80; at++) {
      const [mixed, word] =
        at < 20
          ? [(b & c) | (~b & d), 0x5a827999]
          : at < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : at < 60
              ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6];
      [e, d, c, b, a] = [d, c, rotate(b, 2), a, (rotate(a, 27) + mixed + e + word + (words[at] as number)) | 0];
    }
    for (const [at, word] of [a, b, c, d, e].entries()) state[at] = (state[at] as number) + word;
  }
  return hex(state);
}

/** In decimal, as sprig prints it. */
export function adler32(bytes: Uint8Array): string {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return String(((high << 16) | low) >>> 0);
}
