/**
 * What a value by itself tells: a reference to something elsewhere, a placeholder, or text that looks random. Knows no names.
 */
import { placeholderValues } from '../../data/placeholder-values.ts';

/** Filled in by somebody else: a variable, a template action, a reference of a secret store, text that was encrypted. */
export function isReference(value: string): boolean {
  return /\$\(|\$\{|^\$[A-Za-z_]|\{\{|^#[A-Z][A-Z0-9_]*#?$|%\(|^%[A-Za-z_]+%$|^<[^>]*>$|^\{[A-Z][A-Z0-9_]*\}$|^\[[^\]]*\]$|^@@|@@$|^__\w+__$|^ENC\[|^(?:process\.env|os\.(?:environ|getenv)|System\.getenv)\b|^(?:vault|ref\+\w+|awssm|gcpsm|op|sm|arn:aws|projects):?[:/]/.test(
    value,
  );
}

const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** Stands for a value that is to be filled in, or for none. @param name that it is given to, if any: a value that repeats it says nothing. */
export function isPlaceholder(value: string, name = ''): boolean {
  const plain = value.trim().toLowerCase();
  const letters = lettersOf(plain);
  if (letters === '' || placeholderValues.has(letters) || letters === lettersOf(name)) return true;
  if (/^(.)\1+$/.test(letters)) return true;
  // The name of a variable that nobody put in: `POSTGRES_PASSWORD: POSTGRESQL_PASSWORD`.
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:PASSWORD|PASSWD|PASS|PWD|SECRET|TOKEN|KEY)$/.test(value.trim())) return true;
  // A longer text may well hold one of these words beside what is real.
  if (plain.length > longestPlaceholder || plain.includes('\n')) return false;
  const inside = fromBase64(value.trim());
  if (inside !== undefined && isPlaceholder(inside, name)) return true;
  return /change[-_ ]?(?:me|this|it)|replace[-_ ]?(?:me|this|with)|place[-_ ]?holder|example|redacted|to[-_ ]?be[-_ ]?(?:set|filled|replaced|changed)|xxxx|\*\*\*|^(?:your|my|insert|enter|some|put|add|set|the|fill)[-_ ]|your[-_](?:\w+[-_])?(?:password|secret|token|key)|^your\w{0,40}(?:pass(?:word|phrase)?|secret|token|key|credentials?)$|[-_]here$|^(?:dummy|foobar|foo[-_]bar|fake)|_val(?:ue)?$|\.{3}$|\bbase64[-_ ]?(?:encoded|data|string)|\bencoded[-_ ](?:data|value|string|text|password|secret|key|token|cert)|goes[-_ ]here|^(?:todo|tbd|fixme)\b/.test(
    plain,
  );
}

const longestPlaceholder = 64;

/** The printable text behind base64, as people copy it from a Secret to where none is asked for. */
function fromBase64(value: string): string | undefined {
  if (value.length < 8 || value.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return undefined;
  const text = atob(value);
  return /^[ -~]+$/.test(text) ? text : undefined;
}

/** A value that somebody took out before showing the file. */
export function isBlank(value: string): boolean {
  return /^(?:x{3,}|\*{3,}|\.{3,}|<?redacted>?)$/i.test(value.trim());
}

/** Points to a secret instead of being one: a file, an address without credentials, a host name, a switch. */
export function isPlain(value: string): boolean {
  return (
    /^(?:\.{0,2}\/|~\/|[A-Za-z]:\\|file:)/.test(value) ||
    /^[a-z][a-z0-9+.-]{0,20}:\/\//.test(value) ||
    /^\d+(?:\.\d+)?(?:ms|[smhd]|[kmg]i?b?)?$/i.test(value) ||
    // Durations, as Go and ISO 8601 write them.
    /^(?:\d+(?:\.\d+)?(?:ns|us|ms|[smhdwy]))+$|^P(?:\d+[YMWD])*(?:T(?:\d+[HMS])+)?$/.test(value) ||
    // Names of files and hosts; a random text has no such ending.
    /^[\w.-]+\.(?:pem|crt|key|json|ya?ml|txt|conf|cfg|local|svc|com|org|net|io)(?::\d+)?$/.test(value) ||
    /\s/.test(value.trim())
  );
}

/** The name of an object, as charts ask for the Secret that they read (RFC 1123): `k8s-runner-secret`. */
export function isObjectName(value: string): boolean {
  return /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*-(?:secrets?|credentials?|creds|tokens?|keys?|auth|tls|certs?|passwords?|config)$/.test(
    value,
  );
}

/** Looks generated: long, of one word, with letters and digits mixed at random. */
export function looksRandom(value: string): boolean {
  if (value.length < 16 || value.length > 4096 || !/^[A-Za-z0-9+/=_.~-]+$/.test(value)) return false;
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value)) return false;
  // Words with a number here and there: the name of an object, of a host, of a variable.
  if (/^(?:[A-Z]+\d{0,5}|[a-z]+\d{0,5}|\d{1,4})(?:[-_.](?:[A-Z]+\d{0,5}|[a-z]+\d{0,5}|\d{1,4}))+$/.test(value))
    return false;
  if (isObjectName(value)) return false;
  // As long as a fingerprint or a checksum, which are public.
  if (/^(?:[0-9A-Fa-f]{40}|[0-9a-f]{64})$/.test(value)) return false;
  return entropy(value) >= 3.2;
}

/** Shannon's, in bits for each character. */
function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}
