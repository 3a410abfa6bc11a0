/**
 * Template actions in YAML that is not inside a Helm chart: `{{ ... }}`, and the statements (`{% ... %}`) and comments of Jinja, by which Ansible
 * fills in manifests. Hides those that YAML itself would trip over, keeping every offset, so that the rest of the file is read and the hidden parts
 * become "unknown". Must not know what templates mean.
 */
import type { Span } from '../text/source.ts';

/** A line that is hidden as a whole, and may stand for any number of lines. */
export interface HiddenLine extends Span {
  /** None of the lines begins left of it; undefined where nobody knows. */
  readonly column?: number;
}

export interface Masked {
  /** Same length as the text given. */
  readonly text: string;
  /** Actions inside a line: the scalar that holds one is unknown. */
  readonly inline: readonly Span[];
  /** Lines taken out as a whole: the map around one may hold more than is seen. */
  readonly lines: readonly HiddenLine[];
}

const wholeLine = /^[ \t]*(?:-[ \t]+)?(?:\{\{.*\}\}|\{[%#].*[%#]\})[ \t]*\r?$/;
/** Where an action opens. */
const anyAction = /\{[{%#]/;
/** Stands in for a hidden character; a word, so that the mask reads as a plain scalar. */
const filler = 'x';

/** Undefined when nothing has to be hidden. */
export function maskTemplates(text: string): Masked | undefined {
  if (!anyAction.test(text)) return undefined;
  const inline: Span[] = [];
  const lines: Span[] = [];
  const parts: string[] = [];
  let at = 0;
  let blockIndent = -1;
  for (const line of text.split('\n')) {
    const start = at;
    at += line.length + 1;
    const indent = /^[ ]*/.exec(line)?.[0].length ?? 0;
    const blank = line.trim() === '';
    if (blockIndent >= 0 && (blank || indent > blockIndent)) {
      // The text of a block scalar is plain text, whatever it holds.
      parts.push(line);
      continue;
    }
    blockIndent = -1;
    if (wholeLine.test(line) && !line.trimStart().startsWith('- ')) {
      lines.push({ start, end: start + line.length });
      parts.push(line.endsWith('\r') ? `${' '.repeat(line.length - 1)}\r` : ' '.repeat(line.length));
      continue;
    }
    if (opensBlock(line)) {
      // `- key: |` : the block's own indentation is that of its key.
      blockIndent = indent + (/^(?:-[ \t]+)+/.exec(line.slice(indent))?.[0].length ?? 0);
      if (!/:[ \t]/.test(line)) blockIndent = indent;
    }
    parts.push(maskLine(line, start, inline));
  }
  if (inline.length === 0 && lines.length === 0) return undefined;
  return { text: parts.join('\n'), inline, lines };
}

/** Whether a line ends with the head of a block scalar, at its beginning or behind an indicator, with a tag or an anchor or without. */
function opensBlock(line: string): boolean {
  if (!/[|>]/.test(line)) return false;
  const body = line.endsWith('\r') ? line.slice(0, -1) : line;
  // A comment ends with its line, as YAML sees lines.
  const lastBreak = Math.max(...['\r', '\u2028', '\u2029'].map((char) => body.lastIndexOf(char)));
  /** Whether a head may stand where the next word does. */
  let may = !/^[ \t]/.test(body);
  for (const { 0: word, index } of body.matchAll(/[^ \t]+/g)) {
    if (may && /^[|>]/.test(word)) {
      blockHead.lastIndex = index;
      const end = index + (blockHead.exec(body)?.[0].length ?? 0);
      if (end === body.length || (body[end] === '#' && end > lastBreak)) return true;
    }
    may = /[:\-?]$/.test(word) || (may && /^[!&]\S+$/.test(word));
  }
  return false;
}

const blockHead = /[|>][-+0-9]*[ \t]*/y;

/** Hides the actions of one line that are not inside quotes or a comment. */
function maskLine(line: string, offset: number, inline: Span[]): string {
  let result = '';
  let quote = '';
  for (let i = 0; i < line.length; i++) {
    const char = line[i] as string;
    if (quote !== '') {
      if (quote === '"' && char === '\\') {
        result += char + (line[i + 1] ?? '');
        i++;
        continue;
      }
      if (char === quote) quote = '';
    } else if ((char === '"' || char === "'") && (i === 0 || ' \t:[{,-'.includes(line[i - 1] as string))) {
      quote = char;
    } else if (char === '#' && (i === 0 || /\s/.test(line[i - 1] as string))) {
      return result + line.slice(i);
    } else if (char === '{' && (line[i + 1] === '{' || (line[i + 1] === '%' && line.includes('%}', i + 2)))) {
      const close = line.indexOf(line[i + 1] === '%' ? '%}' : '}}', i + 2);
      const end = close < 0 ? line.trimEnd().length : close + 2;
      inline.push({ start: offset + i, end: offset + end });
      result += filler.repeat(end - i);
      i = end - 1;
      continue;
    }
    result += char;
  }
  return result;
}
