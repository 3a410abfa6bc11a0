/**
 * Texts of a file that are said again and again: the name of an object in each finding about it, the value of a field at each container that inherits it.
 * A long one would make of a small file an answer without end.
 */

/** Characters; nobody's name is longer (Kubernetes takes 253 of most), and nobody reads a longer message. */
export const nameLimit = 1000;
export const messageLimit = 4000;

/** @returns the text, or its beginning with how long all of it is. @param limit in characters. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // Not within a character that takes two.
  const end = /[\ud800-\udbff]/.test(text[limit - 1] ?? '') ? limit - 1 : limit;
  return `${text.slice(0, end)}… (${text.length} characters)`;
}
