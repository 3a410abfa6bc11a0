/**
 * What of a text must not be shown to people who look at its lines: every value that is, or may be, a secret. It would rather hide too much, since it
 * decides what is shown, not what is found. Reads no format exactly, so that no text is too broken to be shown with care.
 */
import type { Span } from '../../text/source.ts';
import { longestText, secretsIn } from './detect.ts';
import { namedSecret } from './name.ts';
import { isReference, looksRandom } from './value.ts';

/** Longer lines are data: all of such a line is hidden. In characters. */
const longestLine = 8000;

/** A name as the first thing in a line: the column where it begins, and where its value does. */
const pair = /^([\s-]*)(["']?)([\w./-]{1,100})\2\s*(?::(?=\s|$)|=)\s*/;

/** Below these everything is a value: of a Secret, and of what Kustomize makes one of. */
const holders = /^(?:data|stringData|literals|secretGenerator)$/;

interface Line extends Span {
  readonly text: string;
  /** Undefined where the line begins with no name. */
  readonly name: string | undefined;
  /** Columns, from zero; of a line without a name where its text begins. */
  readonly indent: number;
  readonly valueAt: number;
}

/** @returns stretches in offsets of the text, in its order, none overlapping. All of a text that is too long to look into is one. */
export function hiddenStretches(text: string): readonly Span[] {
  if (text.length > longestText) return [{ start: 0, end: text.length }];
  const found: Span[] = secretsIn(text).map(({ start, end }) => ({ start, end }));
  for (const lines of documentsOf(text)) {
    const isSecret = lines.some((line) => /["']?kind["']?\s*:\s*["']?Secret\b|secretGenerator/.test(line.text));
    found.push(...inDocument(lines, isSecret));
  }
  return joined(found);
}

function inDocument(lines: readonly Line[], isSecret: boolean): readonly Span[] {
  const found: Span[] = [];
  /** Lines that are indented further are part of a value that is hidden. */
  let below: number | undefined;
  /** The same for what holds values alone. */
  let holder: number | undefined;
  lines.forEach((line, i) => {
    const isBlank = line.text.trim() === '';
    if (below !== undefined && !isBlank && line.indent <= below) below = undefined;
    if (holder !== undefined && !isBlank && line.indent <= holder && line.name !== undefined) holder = undefined;
    if (below !== undefined || line.text.length > longestLine) {
      found.push({ start: line.start, end: line.end });
      return;
    }
    const at = holder !== undefined ? line.valueAt : hiddenFrom(line, lines, i);
    if (at !== undefined) {
      found.push({ start: line.start + at, end: line.end });
      if (goesOn(line.text.slice(at))) below = line.indent;
    }
    if (isSecret && holder === undefined && line.name !== undefined && holders.test(line.name)) {
      holder = line.indent;
      if (line.valueAt < line.text.length) found.push({ start: line.start + line.valueAt, end: line.end });
    } else if (isSecret && /["'{,]\s*(?:data|stringData)["']?\s*:/.test(line.text)) {
      found.push({ start: line.start, end: line.end });
    }
    for (const [word] of line.text.matchAll(/[A-Za-z0-9+/=]{20,}/g)) {
      if (!/[A-Z]/.test(word) || !/[a-z]/.test(word) || !looksRandom(word)) continue;
      const start = line.start + line.text.indexOf(word);
      found.push({ start, end: start + word.length });
    }
  });
  return found;
}

/** @returns the column from which a line is hidden: behind a name that says so, on it or on the line that gives the value its name. */
function hiddenFrom(line: Line, lines: readonly Line[], i: number): number | undefined {
  const { text, name, valueAt } = line;
  if (name === 'value' || name === 'default') {
    const isItem = (other: Line | undefined): boolean => other?.indent === line.indent;
    for (const step of [-1, 1])
      for (let at = i + step; isItem(lines[at]) && Math.abs(at - i) <= 3; at += step) {
        const { name: key = '', valueAt: from, text: said } = lines[at] as Line;
        if (/^(?:name|key)$/.test(key) && mayHide(unquoted(said.slice(from)), text.slice(valueAt))) return valueAt;
      }
  }
  const flag = /^[\s-]*["']?--?([A-Za-z][\w.-]{0,60})["']?,?\s*$/.exec(lines[i - 1]?.text ?? '')?.[1];
  if (flag !== undefined && mayHide(flag, text.slice(line.indent))) return line.indent;
  for (const match of text.matchAll(/[\w.-]{1,100}/g)) {
    const word = match[0];
    const end = match.index + word.length;
    const isFlag =
      word.startsWith('-') || /^\s*(?:-\s+)?(?:ENV\s+|ARG\s+|export\s+)?$/.test(text.slice(0, match.index));
    const gap = (isFlag ? /^["']?(?:\s*(?:=>|[=:,])\s*|\s+)/ : /^["']?\s*(?:=>|[=:])\s*/).exec(text.slice(end));
    if (gap === null) continue;
    const at = end + gap[0].length;
    if (mayHide(word.replace(/^-+/, ''), text.slice(at))) return at;
  }
  return undefined;
}

/** Whether a name makes of a value something that nobody may see. */
function mayHide(name: string, value: string): boolean {
  const named = namedSecret(name);
  if (named === undefined) return false;
  const plain = unquoted(value.split(' #', 1)[0] ?? '');
  if (/^[\s[\]{}(),;]*$/.test(plain) || /^(?:true|false|yes|no|on|off|null|~|\d{1,3})[\s,}\]]*$/i.test(plain))
    return false;
  if (isReference(plain)) return false;
  return named === 'sure' || looksRandom(plain);
}

const unquoted = (text: string): string => text.trim().replaceAll(/^["']|["'],?$/g, '');

/** Whether a value is written in the lines that follow: as a block, or in quotes that are still open. */
function goesOn(value: string): boolean {
  const text = value.trim();
  if (/^[|>][\d+-]*(?:\s+#.*)?$/.test(text) || /\\$/.test(text)) return true;
  const quote = text[0];
  return (quote === '"' || quote === "'") && !(text.length > 1 && text.replace(/,$/, '').endsWith(quote));
}

function documentsOf(text: string): readonly (readonly Line[])[] {
  const documents: Line[][] = [[]];
  let start = 0;
  for (const raw of text.split('\n')) {
    const said = raw.replace(/\r$/, '');
    if (said.startsWith('---')) documents.push([]);
    const match = said.length > longestLine ? null : pair.exec(said);
    const indent = match?.[1]?.length ?? said.length - said.replace(/^[\s-]+/, '').length;
    documents.at(-1)?.push({
      text: said,
      start,
      end: start + said.length,
      name: match?.[3],
      indent,
      valueAt: match?.[0].length ?? indent,
    });
    start += raw.length + 1;
  }
  return documents;
}

function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && span.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}
