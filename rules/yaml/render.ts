/**
 * Writes values as YAML or JSON text for edits: in the style of the place they go to. Never re-writes what a user wrote.
 */
import type { YamlValue } from './change.ts';
import { resolvePlain } from './scalar.ts';

export interface Style {
  /** Columns a nested map is set in. */
  readonly step: number;
  /** Columns a list's dashes are set in from their key: 0 or more. */
  readonly dash: number;
  /** Keys and strings in double quotes, as JSON wants. */
  readonly json: boolean;
}

export function renderScalar(value: string | number | boolean | null, json: boolean): string {
  if (typeof value !== 'string') return String(value);
  if (json || needsQuotes(value)) return JSON.stringify(value);
  return value;
}

/** True where the text alone would be read as something else than this string, in block style. */
function needsQuotes(text: string): boolean {
  if (text === '' || resolvePlain(text) !== text || text !== text.trim()) return true;
  return /^[-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]|: |:$| #|[\n\t]/.test(text);
}

export function renderKey(key: string, json: boolean): string {
  return renderScalar(key, json);
}

/**
 * `key: value` as lines of block style, without indentation before the first one; later lines carry their indentation
 * relative to it.
 */
export function renderPair(key: string, value: YamlValue, style: Style): string[] {
  const name = `${renderKey(key, false)}:`;
  if (isScalar(value)) return [`${name} ${renderScalar(value, false)}`];
  if (isEmpty(value)) return [`${name} ${Array.isArray(value) ? '[]' : '{}'}`];
  const indent = Array.isArray(value) ? style.dash : style.step;
  return [name, ...renderBlock(value, style).map((line) => ' '.repeat(indent) + line)];
}

/** A value as lines of block style at column zero. */
export function renderBlock(value: YamlValue, style: Style): string[] {
  if (isScalar(value)) return [renderScalar(value, false)];
  if (isEmpty(value)) return [Array.isArray(value) ? '[]' : '{}'];
  if (isList(value))
    return value.flatMap((item) => renderBlock(item, style).map((line, i) => (i === 0 ? '- ' : '  ') + line));
  return Object.entries(value).flatMap(([key, item]) => renderPair(key, item, style));
}

/** A value on one line, inside brackets or braces or to stand there: what would end it is quoted. */
export function renderFlow(value: YamlValue, json: boolean): string {
  if (isScalar(value)) return renderScalar(value, json || (typeof value === 'string' && /[,[\]{}]/.test(value)));
  if (isList(value)) return `[${value.map((item) => renderFlow(item, json)).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, item]) => `${renderFlow(key, json)}: ${renderFlow(item, json)}`);
  return pairs.length === 0 ? '{}' : json ? `{ ${pairs.join(', ')} }` : `{${pairs.join(', ')}}`;
}

function isScalar(value: YamlValue): value is string | number | boolean | null {
  return value === null || typeof value !== 'object';
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function isEmpty(value: YamlValue): boolean {
  return isList(value)
    ? value.length === 0
    : typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
