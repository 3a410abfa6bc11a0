/** Snippets with drawn findings, in the form that `drawings` of the contract describes. */
import { drawings, type Example } from '../../rules/contract/example.ts';

export interface Drawn {
  /** Zero-based line in the text without drawings. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly fixable: boolean;
  readonly message: string | undefined;
}

export interface Snippet {
  readonly language: Example['language'];
  readonly text: string;
  readonly drawn: readonly Drawn[];
}

export function readSnippet({ language, text, drawing = text }: Example): Snippet {
  const lines: string[] = [];
  const drawn: Drawn[] = [];
  for (const line of drawing.split('\n')) {
    const fromZero = drawings.arrow.exec(line);
    const found = fromZero ?? drawings.carets.exec(line);
    if (found === null) {
      lines.push(line);
      continue;
    }
    const [, mark = '', rule = '', bulb, message] = found;
    const start = line.indexOf(fromZero === null ? '^' : '#');
    drawn.push({ line: lines.length - 1, start, end: start + mark.length, rule, fixable: bulb !== undefined, message });
  }
  return { language, text: lines.join('\n'), drawn };
}

/** Draws a finding the way `readSnippet` reads it, for messages of failed tests. */
export function draw({ start, end, rule, fixable, message }: Drawn): string {
  const mark =
    start === 0
      ? `#<${'-'.repeat(Math.max(0, end - start - 1))}`
      : `#${' '.repeat(start - 1)}${'^'.repeat(Math.max(1, end - start))}`;
  return `${mark} ${rule}${fixable ? ' 💡' : ''}${message === undefined ? '' : ` "${message}"`}`;
}
