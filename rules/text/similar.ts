/** "Did you mean": the known word closest to a misspelt one. */

import { detached } from './detached.ts';

/** Characters; nobody misspells a longer word. */
const longest = 64;

/** @returns the closest candidate within a third of the word's length in edits (at least two), or undefined. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined;
  const written = readWord(word);
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const known = readWord(candidate);
    if (leastDistance(written.letters, known.letters) >= bestDistance) continue;
    const distance = editDistance(written.lower, known.lower, bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

interface Word {
  readonly lower: string;
  /** A bit for each 32nd of all characters that it has one of. */
  readonly letters: number;
}

/** Words are compared with the same candidates again and again. */
const words = new Map<string, Word>();
/** Words that are kept. */
const wordLimit = 10_000;

function readWord(text: string): Word {
  let word = words.get(text);
  if (word === undefined) {
    const lower = text.toLowerCase();
    let letters = 0;
    for (let i = 0; i < lower.length; i++) letters |= 1 << (lower.charCodeAt(i) & 31);
    word = { lower, letters };
    if (words.size >= wordLimit) words.clear();
    words.set(detached(text), word);
  }
  return word;
}

/** An edit brings one letter, takes one away, or does both at once: the distance is no less than what one word has beyond the other. */
function leastDistance(a: number, b: number): number {
  return Math.max(bitsOf(a & ~b), bitsOf(b & ~a));
}

/** How many bits of 32 are set. */
function bitsOf(bits: number): number {
  let sums = bits - ((bits >>> 1) & 0x55555555);
  sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333);
  return Math.imul((sums + (sums >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const rows = [new Uint16Array(longest * 4), new Uint16Array(longest * 4)] as const;

/** Levenshtein distance over UTF-16 units. @param most distances from here on are all the same, and end the count. */
function editDistance(a: string, b: string, most: number): number {
  if (b.length >= longest * 4) return most;
  let [row, next] = rows;
  for (let j = 0; j <= b.length; j++) row[j] = j;
  for (let i = 1; i <= a.length; i++) {
    // Away from the diagonal by more than the distance nothing can come of it.
    const from = Math.max(1, i - most);
    const to = Math.min(b.length, i + most);
    next[from - 1] = from === 1 ? i : most;
    let least = next[from - 1] as number;
    const char = a.charCodeAt(i - 1);
    for (let j = from; j <= to; j++) {
      const same = char === b.charCodeAt(j - 1) ? 0 : 1;
      const above = j < i + most ? (row[j] as number) + 1 : most;
      const value = Math.min((next[j - 1] as number) + 1, above, (row[j - 1] as number) + same);
      next[j] = value;
      if (value < least) least = value;
    }
    if (least >= most) return most;
    [row, next] = [next, row];
  }
  return row[b.length] as number;
}
