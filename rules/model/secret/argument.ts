/** Secrets among the words of a command line. */
import { secretIn } from './detect.ts';

/**
 * `--password=x`, `--password x` in two words or inside a script, or a value that shows by itself what it is.
 * @param text a word, or a whole line for a shell. @param following the word behind it.
 * @returns what it is, and whether the word behind it is the secret.
 */
export function secretInWord(
  text: string,
  following: string | undefined,
): { readonly kind: string; readonly next: boolean } | undefined {
  if (text.length > 20_000) return undefined;
  for (const [, name = '', value = ''] of text.matchAll(
    /(?:^|\s)--?([A-Za-z][\w.-]{0,60})[= ]["']?([^\s"']{1,300})/g,
  )) {
    const secret = value.startsWith('-') ? undefined : secretIn({ name, value });
    if (secret !== undefined) return { kind: secret.kind, next: false };
  }
  const shaped = secretIn({ value: text });
  if (shaped !== undefined) return { kind: shaped.kind, next: false };
  const flag = /^--?([A-Za-z][\w.-]{0,60})$/.exec(text)?.[1];
  if (flag === undefined || following === undefined || following.startsWith('-')) return undefined;
  // What shows by itself is found where it stands.
  if (secretIn({ value: following }) !== undefined) return undefined;
  const secret = secretIn({ name: flag, value: following });
  return secret === undefined ? undefined : { kind: secret.kind, next: true };
}
