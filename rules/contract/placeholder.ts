/**
 * Words that fixes write where only the author knows the value. They say what belongs there, are valid where they stand or are refused by the API server,
 * and no file has them by chance: an editor selects them after the fix, and the engine tells of those that are left.
 */
import type { Span } from '../text/source.ts';

/** The word for each kind of value. */
export const placeholders = {
  version: 'VERSION-YOU-RUN',
  secret: 'NAME-OF-THE-SECRET',
  service: 'NAME-OF-THE-SERVICE',
  object: 'NAME-OF-THE-OBJECT',
  store: 'NAME-OF-THE-SECRET-STORE',
  entry: 'NAME-OF-THE-ENTRY-IN-THE-STORE',
  value: 'VALUE-OF-THE-SECRET-GOES-HERE',
  sealed: 'VALUE-SEALED-BY-KUBESEAL',
  namespaceLabel: 'LABEL-OF-THE-NAMESPACES',
  checksum: '<64-hexadecimal-digits>',
} as const;

const words: ReadonlySet<string> = new Set(Object.values(placeholders));

/** Not within a longer word. */
const word = /<64-hexadecimal-digits>|(?<![\w-])(?:NAME|LABEL|VALUE|VERSION)-[A-Z]+(?:-[A-Z]+)*(?![\w-])/g;

/** The placeholders in a text, in order; as offsets in it. */
export const placeholdersIn = (text: string): readonly Span[] =>
  [...text.matchAll(word)]
    .filter(([found]) => words.has(found))
    .map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
