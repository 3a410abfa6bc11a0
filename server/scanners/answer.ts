/** JSON of other programs, read leniently: what is not of the expected type counts as not there, since tools add to their answers without a word. */
import type { Level } from './report.ts';

export type Answer = { readonly [key: string]: unknown };

/** @returns an object without members for anything else. */
export function objectOf(value: unknown): Answer {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Answer) : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** @returns undefined for what is no text or an empty one. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, longest) : undefined;
}

/** Characters of a single text of an answer: what is longer is no name or title of anything. */
const longest = 500;

export function textsOf(value: unknown): readonly string[] {
  return listOf(value).flatMap((one) => textOf(one) ?? []);
}

/** @returns undefined for anything but an address of `https`. */
export function linkOf(value: unknown): string | undefined {
  const text = textOf(value);
  if (text === undefined || !/^https:\/\/[\w.-]+(?:[/?#][!-~]*)?$/.test(text)) return undefined;
  return /[<>"'`()\\]/.test(text) ? undefined : text;
}

/** @returns undefined for what is no date and time of ISO 8601, or none that anything was made at. */
export function timeOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text) && !text.startsWith('0001')
    ? text
    : undefined;
}

/** Those references that have a digest. */
export function withDigests(references: unknown): readonly string[] {
  return textsOf(references).filter((text) => /^[!-~]+@sha256:[0-9a-f]{64}$/.test(text));
}

/** `sha256:...` of references with a digest. */
export function digestsOf(references: unknown): readonly string[] {
  return textsOf(references).flatMap((text) => /@(sha256:[0-9a-f]{64})$/.exec(text)?.[1] ?? []);
}

const words: { readonly [word: string]: Level } = {
  critical: 'critical',
  high: 'high',
  important: 'high',
  medium: 'medium',
  moderate: 'medium',
  low: 'low',
  negligible: 'negligible',
  minimal: 'negligible',
};

/** The words of all tools, in any capitals. */
export function levelOf(value: unknown): Level {
  return words[(textOf(value) ?? '').toLowerCase()] ?? 'unknown';
}

/** @throws what is no JSON. */
export function parseAnswer(text: string): Answer {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('it is no JSON object');
  return value as Answer;
}
