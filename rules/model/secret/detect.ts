/**
 * Finds literal secrets, for Dockerfiles and manifests alike. Says what kind of secret it is and where; never returns, copies or
 * hashes the value, so that no message or report can hold it.
 */
import { passwordInUrl, secretShapes } from '../../data/secret-shapes.ts';
import type { Span } from '../../text/source.ts';
import { mayNameSecret, namedSecret } from './name.ts';
import { isBlank, isObjectName, isPlaceholder, isPlain, isReference, looksRandom } from './value.ts';

/** What kind of secret a text is; never the text. */
export interface Secret {
  /** What it is, with its article: `a GitHub token`, `a password`. */
  readonly kind: string;
  /** The value itself shows it; false when only the name does. */
  readonly certain: boolean;
  /** A person thought it up: it is neither of a known shape nor random. */
  readonly isThoughtUp: boolean;
}

/** A secret, in offsets of the text that was searched. */
export interface SecretSpan extends Secret, Span {}

/** The kind of what stands between the user and the host of an address. */
export const passwordInAddress = 'a password in an address';

/** No shape is shorter: a password in an address needs `://`, a user, `:`, `@` and a host. */
const shortestSecret = 8;

/** Texts above this many characters are not searched: certificates' bundles and data, where matching costs and tells little. */
export const longestText = 256 * 1024;

/**
 * Whether a literal value is a secret, by its own shape or by the name it is given to.
 * @param name of the variable or key; left out when there is none.
 * @returns undefined for placeholders, references, paths, switches and everything else that only looks like one.
 */
export function secretIn({ name, value }: { readonly name?: string; readonly value: string }): Secret | undefined {
  const [shaped] = secretsIn(value);
  if (shaped !== undefined) return { kind: shaped.kind, certain: true, isThoughtUp: false };
  const named = name === undefined ? undefined : namedSecret(name);
  if (name === undefined || named === undefined || isReference(value) || isPlaceholder(value, name)) return undefined;
  // A PIN-like number is a password where the name says so; anywhere else it is a number.
  const isPassword = /pass|pwd|pword/i.test(name);
  if (isPassword && /^\d{4,}$/.test(value)) return { kind: 'a password', certain: false, isThoughtUp: true };
  if (isPlain(value) || value.length < (isPassword ? 3 : 6)) return undefined;
  if (named === 'maybe' && (!looksRandom(value) || isChecksum(name, value))) return undefined;
  if (isNameOfSecret(name, value)) return undefined;
  return { kind: kindOf(name), certain: false, isThoughtUp: !looksRandom(value) };
}

/** What a download is held against: `MD5HASH`, `SHA512_HASH`. */
const isChecksum = (name: string, value: string): boolean =>
  /hash|md5|sha\d/i.test(name) &&
  /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i.test(value);

/** The name of a Secret, or of a key in one, where a name asks for that; or where it ends as nobody ends a secret that they think up. */
function isNameOfSecret(name: string, value: string): boolean {
  // `GIT_CREDENTIALS_SECRET: git-vars`, `OPERATOR_SECRET: operator`
  const isName = /^[a-z]{2,20}(?:-[a-z]{2,20}){0,4}$/.test(value);
  const letters = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (isName && /[-_.]?secret$/i.test(name) && (mayNameSecret(name) || letters(name) === `${letters(value)}secret`))
    return true;
  if (!isObjectName(value)) return false;
  return mayNameSecret(name) || (/secret$/i.test(name) && /-(?:credentials?|creds|tls|certs?)$/.test(value));
}

/**
 * Whether a secret is going to stand there: the name asks for one and the value waits to be filled in, or is shorter than any secret; or a
 * private key was blanked out. Never true of what `secretIn` finds.
 */
export function isPlaceOfSecret({ name, value }: { readonly name: string; readonly value: string }): boolean {
  // Most names and values are neither, which is cheaper to see than that they hold no secret.
  const named = namedSecret(name);
  const isKey = value.includes('PRIVATE KEY') && /-{3,5} ?BEGIN [A-Z ]{0,40}PRIVATE KEY/.test(value);
  if ((named === undefined && !isKey) || value.trim() === '' || secretIn({ name, value }) !== undefined) return false;
  if (isKey) return true;
  if (isReference(value) || /^(?:true|false|yes|no|on|off)$/i.test(value)) return false;
  return isPlaceholder(value, name) ? named === 'sure' || isBlank(value) : named === 'sure' && !isPlain(value);
}

/**
 * Every secret that a text shows by its shape (tokens of known issuers, private keys, passwords in addresses).
 * @returns spans in offsets of the text, in its order, none overlapping.
 */
export function secretsIn(text: string): readonly SecretSpan[] {
  if (text.length < shortestSecret || text.length > longestText) return [];
  const found: SecretSpan[] = [];
  for (const { kind, marks, pattern } of anyMark.test(text) ? secretShapes : []) {
    if (!marks.some((mark) => text.includes(mark))) continue;
    for (const match of text.matchAll(pattern)) {
      if (!isSpecimen(match[0]))
        found.push({ kind, certain: true, isThoughtUp: false, start: match.index, end: match.index + match[0].length });
    }
  }
  if (text.includes('://')) {
    for (const match of text.matchAll(passwordInUrl)) {
      const [whole, password = ''] = match;
      if (isReference(password) || password.startsWith('$') || isPlaceholder(password)) continue;
      found.push({
        kind: passwordInAddress,
        certain: true,
        isThoughtUp: false,
        start: match.index,
        end: match.index + whole.length - 1,
      });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((span) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

/**
 * What tells that two secrets are one: the password of an address is that of the database beside it. Holds the value, so that nobody may keep or show it.
 * @param value in which a secret was found.
 */
export function causeOfSecret(value: string, { kind, isThoughtUp }: Secret): { key: string; within: 'file' | 'scan' } {
  const inAddress = kind === passwordInAddress ? [...value.matchAll(passwordInUrl)][0]?.[1] : undefined;
  const key = inAddress ?? value;
  return { key, within: isThoughtUp || (inAddress !== undefined && !looksRandom(inAddress)) ? 'file' : 'scan' };
}

/** What every text with a shape holds; most texts hold none of it, and are done with one look. */
const anyMark = new RegExp(
  secretShapes
    .flatMap(({ marks }) => marks)
    .map((mark) => mark.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|'),
);

/** The issuers' own examples, and values somebody blanked out. */
function isSpecimen(value: string): boolean {
  return /EXAMPLE|example|(?:x{6}|X{6}|\*{4}|0{8}|\.{4})|1234567890abcdef/.test(value);
}

function kindOf(name: string): string {
  if (/pass(?!port)|pwd|pword/i.test(name)) return 'a password';
  if (/token/i.test(name)) return 'a token';
  if (/key/i.test(name)) return 'a key';
  if (/cred/i.test(name)) return 'a credential';
  return 'a secret';
}
