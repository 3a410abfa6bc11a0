/** Rendered documents in an order of their own, to be compared whatever Helm sorts them by. */
export function documentsIn(text: string): readonly string[] {
  return text
    .split(/^---\n/m)
    .map((document) => document.trim())
    .filter((document) => document.split('\n').some((line) => line !== '' && !line.startsWith('#')))
    .sort();
}
