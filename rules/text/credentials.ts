/** Takes user names and passwords out of texts that people are shown: `https://user:password@registry.example.com/web` names an image, too. */
import type { Span } from './source.ts';

/** @returns the text with `***` in the place of what stands before an `@`, where that is a name and a password, or a token. Digests stay. */
export function withoutCredentials(text: string): string {
  return text.includes('@') ? text.replaceAll(/\S+/g, maskedWord) : text;
}

/** @returns the stretches that `withoutCredentials` replaces, in offsets of the text and in its order. */
export function credentialStretches(text: string): readonly Span[] {
  if (!text.includes('@')) return [];
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
    const found = credentialOf(word);
    return found === undefined ? [] : [{ start: index + found.start, end: index + found.end }];
  });
}

function maskedWord(word: string): string {
  const found = credentialOf(word);
  return found === undefined ? word : `${word.slice(0, found.start)}***${word.slice(found.end)}`;
}

function credentialOf(word: string): Span | undefined {
  const scheme = word.indexOf('://');
  const start = scheme < 0 ? word.length - word.replace(/^[^\p{L}\p{N}%_.-]+/u, '').length : scheme + 3;
  const at = lastAt(word, start);
  if (at < 0) return undefined;
  const pair = word.slice(start, at);
  const colon = pair.indexOf(':');
  const slash = pair.indexOf('/');
  if (colon < 0) return scheme < 0 ? undefined : tokenOf(word, scheme);
  // `host:8443/@scope/package`, and a path with a tag: neither is a password.
  if (slash >= 0 && (scheme < 0 || slash < colon || /^\d*$/.test(pair.slice(colon + 1, slash)))) return undefined;
  return { start, end: at };
}

/** A token stands in the place of the name, before the first `/`; with SSH it is a name. */
function tokenOf(word: string, scheme: number): Span | undefined {
  const start = scheme + 3;
  const slash = word.indexOf('/', start);
  const at = word.slice(start, slash < 0 ? word.length : slash).lastIndexOf('@');
  if (at <= 0 || /(?:ssh|sftp|git)$/i.test(word.slice(Math.max(0, scheme - 4), scheme))) return undefined;
  return { start, end: start + at };
}

/** The last `@` that no digest follows; -1 where there is none. */
function lastAt(word: string, from: number): number {
  let at = word.lastIndexOf('@');
  while (at >= from && /^@(?:sha256|sha384|sha512):/.test(word.slice(at, at + 8))) at = word.lastIndexOf('@', at - 1);
  return at >= from ? at : -1;
}
