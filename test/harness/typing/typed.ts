/** Types a whole file and looks for what blinks: findings that are shown and taken back before the text is whole. */
import type { Diagnostic } from 'vscode-languageserver';
import type { Span } from '../../../rules/text/source.ts';
import { Desk } from './desk.ts';
import { Typist } from './keystrokes.ts';

export interface Typed {
  readonly keys: number;
  /** Each with the rule, and the line that was being typed. */
  readonly blinks: readonly string[];
  /** Of which something was seen in the end, in this file or another one. */
  readonly rules: ReadonlySet<string>;
  /** What was seen in the end, and what the server says of the whole text. */
  readonly end: readonly string[];
  readonly whole: readonly string[];
}

/**
 * @param files of one folder; all but the one that is typed are there from the beginning.
 * @param stretch of the file that is typed, in offsets, while the rest is there; left out: all of it.
 */
export async function typed(
  files: Readonly<Record<string, string>>,
  path: string,
  stretch: Span = { start: 0, end: files[path]?.length ?? 0 },
): Promise<Typed> {
  const { [path]: whole = '', ...others } = files;
  const [above, wanted, below] = [
    whole.slice(0, stretch.start),
    whole.slice(stretch.start, stretch.end),
    whole.slice(stretch.end),
  ];
  const desk = await Desk.sit(others, path, above + below);
  const blinks: string[] = [];
  let keys = 0;
  let before = await desk.seen();
  // What was there before anything was typed may go for good.
  const fewest = new Map(before.counts);
  for (const change of new Typist(above, below).types(wanted)) {
    const now = await desk.press(change);
    keys++;
    for (const [rule, count] of before.counts) {
      const left = now.counts.get(rule) ?? 0;
      const least = fewest.get(rule) ?? 0;
      fewest.set(rule, Math.min(least, left));
      if (left >= count || count <= least) continue;
      const lines = desk.text.slice(0, change.start + change.text.length).split('\n');
      blinks.push(`${rule} at ${JSON.stringify(lines.slice(-2).join('\n'))}`);
    }
    before = now;
  }
  const { own: end, counts } = await desk.pause();
  return { keys, blinks, rules: new Set(counts.keys()), end: drawn(end), whole: drawn(await desk.anew()) };
}

const drawn = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ code, range, message }) => `${range.start.line}:${range.start.character} ${code} ${message}`);
