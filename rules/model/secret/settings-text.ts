/**
 * Texts of settings: what names and values they hold, of JSON and of lines `name=value`, `name: value`, `"name": "value"`. Reads no format exactly;
 * knows what such a text looks like, and what in it is a secret.
 */
import { type Secret, secretIn } from './detect.ts';
import { isPlaceholder, isReference } from './value.ts';

interface Pair {
  readonly name: string | undefined;
  readonly value: string;
}

/** Lines above this many are not read. */
const mostLines = 2000;

/** Longer lines are data, not settings. */
const longestLine = 8000;

/** The first secret of a text: by its shape anywhere, or by the name that it is given to. */
export function secretOfLines(text: string): Secret | undefined {
  return firstSecret(text.split('\n', mostLines).map((line) => pairOf(line) ?? { name: undefined, value: line }));
}

/**
 * The first secret of a file that a server or a program reads: as in settings, or behind a directive (`requirepass x`), in quotes (`token = "x"`), in
 * a header of HTTP.
 */
export function secretOfFile(text: string): Secret | undefined {
  const found = secretOfLines(text);
  if (found !== undefined) return found;
  for (const line of text.split('\n', mostLines)) {
    if (line.length > longestLine || /^\s*(?:#|\/\/|--\s|;)/.test(line)) continue;
    for (const [, name = '', value = ''] of [...line.trim().matchAll(directive), ...line.matchAll(quoted)]) {
      const secret = secretIn({ name, value });
      if (secret !== undefined) return secret;
    }
    const token = /\b(?:Basic|Bearer)\s+([\w+/=.~-]{8,})/.exec(line)?.[1];
    if (token !== undefined && !isPlaceholder(token) && /[\d=]/.test(token))
      return { kind: 'a credential', certain: false, isThoughtUp: false };
  }
  return undefined;
}

/** A line of a name and a value, without blanks around it. */
const directive = /^([\w.-]{1,100})\s+["']?([^\s"';(){}[\]]+)["']?;?$/g;
/** A name before a value in quotes. */
const quoted = /(?<![\w.-])([\w.-]{1,100})["']?(?:\s*(?:=>|[=:])\s*|\s+)["']([^"'\s]+)["']/g;

/** @returns whether a text is settings from its first line to its last, and the first secret in it. */
export function readSettings(text: string): { readonly isSettings: boolean; readonly secret: Secret | undefined } {
  const pairs = pairsOfJson(text) ?? pairsOfLines(text);
  return { isSettings: pairs !== undefined, secret: pairs === undefined ? undefined : firstSecret(pairs) };
}

function firstSecret(pairs: readonly Pair[]): Secret | undefined {
  for (const { name, value } of pairs) {
    if (value.length > longestLine) continue;
    const secret =
      name === undefined ? secretIn({ value }) : (secretIn({ name, value }) ?? passwordOfConnection(value));
    if (secret !== undefined) return secret;
  }
  return undefined;
}

function pairOf(line: string): Pair | undefined {
  if (line.length > longestLine) return undefined;
  const [, name, value = ''] =
    /^\s*(?:-\s+)?(?:export\s+)?["']?([\w.-]{1,100})["']?(?:\s*=\s*|\s*:\s+)["']?([^"'\s,;]+)["']?[,;]?\s*$/.exec(
      line,
    ) ?? [];
  return name === undefined ? undefined : { name, value };
}

/** A comment, the head of a section or of a map, an item or a pair; of these lines settings are made. */
const lineOfSettings =
  /^\s*(?:$|#|;|\/\/|---|\[[^\]]*\]\s*$|[{}[\],]+\s*$|-\s|(?:export\s+)?["']?[\w./-]+["']?\s*(?:=|:(?:\s|$)))/;

function pairsOfLines(text: string): readonly Pair[] | undefined {
  const lines = text.trim().split('\n', mostLines);
  if (lines.length < 2 || !lines.every((line) => lineOfSettings.test(line))) return undefined;
  return lines.map((line) => pairOf(line) ?? { name: undefined, value: line });
}

function pairsOfJson(text: string): readonly Pair[] | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  const pairs: Pair[] = [];
  const open: { readonly name: string | undefined; readonly value: unknown }[] = [{ name: undefined, value: read }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { name, value } = next;
    if (typeof value === 'string') pairs.push({ name, value });
    else if (Array.isArray(value)) for (const item of value) open.push({ name, value: item });
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) open.push({ name: key, value: item });
  }
  return pairs.reverse();
}

/** `Server=db;User Id=shop;Password=...`. Source: Microsoft, "Connection String Syntax". */
function passwordOfConnection(value: string): Secret | undefined {
  const password = /(?:^|;)\s*(?:password|pwd)\s*=\s*([^;]{3,})/i.exec(value)?.[1]?.trim();
  if (password === undefined || isReference(password) || isPlaceholder(password)) return undefined;
  return { kind: 'a password', certain: false, isThoughtUp: false };
}
