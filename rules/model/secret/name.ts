/**
 * Whether a name says that its value is a secret. Owns how names are cut into words; knows no value.
 */
import {
  aboutWords,
  harmlessWords,
  lastSecretWords,
  secretPairs,
  secretWords,
  switchWords,
  vagueWords,
  wordsOfHeld,
} from '../../data/secret-words.ts';

/** sure: any literal value is one. maybe: only a value that looks random is one. */
export type NamedSecret = 'sure' | 'maybe';

/** @param name of a variable, key or argument in any case: `DB_PASSWORD`, `db-password`, `dbPassword`. */
export function namedSecret(name: string): NamedSecret | undefined {
  // Most names hold none of the words, in any spelling; cutting them up would be for nothing.
  if (!mayHold.test(name)) return undefined;
  const words = wordsOf(name);
  const last = words.at(-1);
  if (
    last === undefined ||
    aboutWords.has(last) ||
    switchWords.has(words[0] ?? '') ||
    words.some((word) => harmlessWords.has(word))
  )
    return undefined;
  const paired = words.some((word, i) => i > 0 && secretPairs.has(`${words[i - 1]} ${word}`));
  if (paired || lastSecretWords.has(last) || words.some((word) => secretWords.has(word))) return 'sure';
  return words.some((word) => vagueWords.has(word)) ? 'maybe' : undefined;
}

/** Whether a name speaks of where something is or what it is like: `api_url`, `logLevel`, `token_ttl`. */
export function isAbout(name: string): boolean {
  return aboutWords.has(wordsOf(name).at(-1) ?? '');
}

/**
 * Whether a name may be for the name of a Secret, or of a key in one, that holds what the words before say: `USER_CREDENTIALS_SECRET`,
 * `TLS_SECRET`, `DB_PASSWORD_KEY`.
 */
export function mayNameSecret(name: string): boolean {
  const words = wordsOf(name);
  const [before = '', last = ''] = words.slice(-2);
  return (last === 'secret' || last === 'key') && wordsOfHeld.has(before);
}

/**
 * Whether a name is for a key of the Secret that another name beside it is for: `SECRET_KEY` beside `SECRET_NAME`. @param names all that stand together.
 */
export const isForKeyBesideName = (name: string, names: readonly string[]): boolean =>
  /secret[-_.]?key$/i.test(name) && secretNameAmong(names) !== undefined;

/** @returns the first of several names that asks for the name of a Secret: `SECRET_NAME`, `secretName`. */
export const secretNameAmong = (names: readonly string[]): string | undefined =>
  names.find((name) => /secret[-_.]?name$/i.test(name));

const mayHold = new RegExp(
  [
    ...new Set([
      ...secretWords,
      ...lastSecretWords,
      ...vagueWords,
      ...[...secretPairs].map((pair) => pair.split(' ')[1] ?? pair),
    ]),
  ].join('|'),
  'i',
);

/** Longest name that is looked at; what is longer is a text, not a name. */
const longestName = 200;

function wordsOf(name: string): string[] {
  if (name.length > longestName) return [];
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}
