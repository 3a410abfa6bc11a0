/** Takes user names and passwords out of texts that people are shown: `https://user:password@registry.example.com/web` names an image, too. */

/** @returns the text with `***` in the place of what stands before an `@`, where that is a name and a password. Digests stay. */
export function withoutCredentials(text: string): string {
  return text.includes('@') ? text.replaceAll(/\S+/g, maskedWord) : text;
}

function maskedWord(word: string): string {
  const scheme = word.indexOf('://');
  const start = scheme < 0 ? word.length - word.replace(/^[^\p{L}\p{N}%_.-]+/u, '').length : scheme + 3;
  const at = lastAt(word, start);
  if (at < 0) return word;
  const pair = word.slice(start, at);
  const colon = pair.indexOf(':');
  if (colon < 0) return word;
  const slash = pair.indexOf('/');
  // `host:8443/@scope/package`, and a path with a tag: neither is a password.
  if (slash >= 0 && (scheme < 0 || slash < colon || /^\d*$/.test(pair.slice(colon + 1, slash)))) return word;
  return `${word.slice(0, start)}***${word.slice(at)}`;
}

/** The last `@` that no digest follows; -1 where there is none. */
function lastAt(word: string, from: number): number {
  let at = word.lastIndexOf('@');
  while (at >= from && /^@(?:sha256|sha384|sha512):/.test(word.slice(at, at + 8))) at = word.lastIndexOf('@', at - 1);
  return at >= from ? at : -1;
}
