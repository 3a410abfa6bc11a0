/**
 * Writes values as YAML or JSON text for edits: in the style of the place they go to. Never re-writes what a user wrote.
 */
import type { YamlValue } from './change.ts';
import { resolvePlain } from './scalar.ts';

export type Quotes = 'none' | 'single' | 'double';

/** How text between brackets is written. */
export interface FlowStyle {
  /** What stands inside the braces of a map, and inside the brackets of a list, that fits on a line: nothing or a blank. */
  readonly mapPad: string;
  readonly listPad: string;
  readonly colon: string;
  readonly comma: string;
  readonly keys: Quotes;
  /** Quotes of text values; `none` only where plain text means the same. */
  readonly strings: Quotes;
}

/** How block text is written. */
export interface Style {
  /** Columns a nested map is set in. */
  readonly step: number;
  /** Columns a list's dashes are set in from their key: 0 or more. */
  readonly dash: number;
  /** Keys and strings in double quotes, as JSON wants. */
  readonly json: boolean;
  /** Columns from a dash to its item; 2 when left out. */
  readonly gap?: number;
  /** Quotes of the keys of the outermost map; none when left out. */
  readonly keys?: Quotes;
  /** Lists of scalars go between brackets, as their neighbours do. */
  readonly flowLists?: boolean;
  readonly flow?: FlowStyle;
}

const yamlFlow: FlowStyle = { mapPad: '', listPad: '', colon: ': ', comma: ', ', keys: 'none', strings: 'none' };
const jsonFlow: FlowStyle = { ...yamlFlow, mapPad: ' ', keys: 'double', strings: 'double' };

/** Controls, and halves of characters, for which UTF-8 has no bytes: between double quotes they can be named. */
const unwritable = /[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/u;

export function renderScalar(value: string | number | boolean | null, quotes: Quotes): string {
  if (typeof value !== 'string') return String(value);
  if (quotes === 'single' && !value.includes("'") && !unwritable.test(value)) return `'${value}'`;
  return quotes !== 'none' || needsQuotes(value) ? JSON.stringify(value) : value;
}

/** True where the text alone would be read as something else than this string, in block style. */
function needsQuotes(text: string): boolean {
  if (text === '' || resolvePlain(text) !== text || text !== text.trim()) return true;
  // A line that is all dashes or dots ends a document.
  return unwritable.test(text) || /^[-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]|: |:$| #|^(?:---|\.\.\.)/.test(text);
}

/**
 * `key: value` as lines of block style, without indentation before the first one; later lines carry their indentation
 * relative to it.
 */
export function renderPair(key: string, value: YamlValue, style: Style): string[] {
  const name = `${renderScalar(key, style.keys ?? 'none')}:`;
  if (isOnOneLine(value, style)) return [`${name} ${renderInline(value, style)}`];
  const indent = Array.isArray(value) ? style.dash : style.step;
  return [name, ...renderBlock(value, { ...style, keys: 'none' }).map((line) => ' '.repeat(indent) + line)];
}

/** A value as lines of block style at column zero. */
export function renderBlock(value: YamlValue, style: Style): string[] {
  if (isScalar(value) || isEmpty(value)) return [renderInline(value, style)];
  if (isList(value)) return value.flatMap((item) => renderItem(item, style));
  return Object.entries(value).flatMap(([key, item]) => renderPair(key, item, style));
}

/** `- item` as lines. */
export function renderItem(item: YamlValue, style: Style): string[] {
  const gap = style.gap ?? 2;
  return renderBlock(item, style).map((line, i) => (i === 0 ? '-'.padEnd(gap) : ' '.repeat(gap)) + line);
}

/** What stands behind a key in block text: a scalar, or a collection that fits on the line. */
function renderInline(value: YamlValue, style: Style): string {
  return isScalar(value) ? renderScalar(value, 'none') : renderFlow(value, style.flow ?? yamlFlow);
}

function isOnOneLine(value: YamlValue, style: Style): boolean {
  return isScalar(value) || isEmpty(value) || (style.flowLists === true && isList(value) && value.every(isScalar));
}

/** A value on one line, inside brackets or braces or to stand there: what would end it is quoted. */
export function renderFlow(value: YamlValue, style: FlowStyle | boolean): string {
  const flow = typeof style === 'boolean' ? (style ? jsonFlow : yamlFlow) : style;
  if (isScalar(value)) return renderFlowScalar(value, flow.strings);
  if (isEmpty(value)) return isList(value) ? '[]' : '{}';
  if (isList(value))
    return `[${flow.listPad}${value.map((item) => renderFlow(item, flow)).join(flow.comma)}${flow.listPad}]`;
  const pairs = Object.entries(value).map(([key, item]) => renderFlowKey(key, flow) + renderFlow(item, flow));
  return `{${flow.mapPad}${pairs.join(flow.comma)}${flow.mapPad}}`;
}

/** A scalar between brackets. */
export function renderFlowScalar(value: string | number | boolean | null, quotes: Quotes): string {
  return renderScalar(
    value,
    quotes === 'none' && typeof value === 'string' && /[,[\]{}]/.test(value) ? 'double' : quotes,
  );
}

/** A key between braces, with its colon. */
export function renderFlowKey(key: string, style: FlowStyle): string {
  return renderFlowScalar(key, style.keys) + style.colon;
}

/** A collection over several lines, one entry each. @param indent what its own line begins with. @param unit one step of indentation. */
export function renderFlowLines(value: YamlValue, style: FlowStyle, eol: string, indent: string, unit: string): string {
  if (isScalar(value) || isEmpty(value)) return renderFlow(value, style);
  const below = indent + unit;
  const entries = isList(value)
    ? value.map((item) => renderFlowLines(item, style, eol, below, unit))
    : Object.entries(value).map(
        ([key, item]) => renderFlowKey(key, style) + renderFlowLines(item, style, eol, below, unit),
      );
  const [open, close] = isList(value) ? '[]' : '{}';
  return `${open}${eol}${below}${entries.join(`,${eol}${below}`)}${eol}${indent}${close}`;
}

function isScalar(value: YamlValue): value is string | number | boolean | null {
  return value === null || typeof value !== 'object';
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function isEmpty(value: YamlValue): boolean {
  return isList(value) ? value.length === 0 : typeof value === 'object' && Object.keys(value ?? {}).length === 0;
}
