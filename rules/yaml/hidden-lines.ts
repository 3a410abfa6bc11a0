/** What lines that are hidden as a whole leave open: which collections they could be part of, and which key they could be the value of. */
import { lineStart, nextLine, overlaps, type Span } from '../text/source.ts';
import { columnOf } from './layout.ts';
import type { HiddenLine } from './template.ts';
import type { YamlNode, YamlScalar } from './tree.ts';

/** The hidden lines of one text. */
export class HiddenLines {
  readonly #text: string;
  readonly #lines: readonly HiddenLine[];

  /** @param text as it was before they were hidden. */
  constructor(text: string, lines: readonly HiddenLine[]) {
    this.#text = text;
    this.#lines = lines.map((line) => ({ ...line, start: lineStart(text, line.start) }));
  }

  /** A hidden line belongs to every collection it could be part of: those it lies in, and those that end just above it. @param isFlow it stands between brackets. */
  partial(of: Span, isFlow: boolean): { partial: true } | undefined {
    const own = columnOf(this.#text, of.start);
    const lines = this.#lines.filter(({ column = 0 }) => isFlow || own >= column);
    return overlaps(lines, of.start - 1, this.#reachOf(of) + 1) ? { partial: true } : undefined;
  }

  /**
   * What stands for a value that only hidden lines may hold: those between a key and the next one, all right of the key.
   * @param to where the next key begins; undefined for the last one of its map.
   */
  valueOf(key: YamlNode | null, map: Span, to: number | undefined): YamlScalar | undefined {
    if (key === null) return undefined;
    const own = columnOf(this.#text, key.start);
    const last = to ?? this.#reachOf(map) + 1;
    const line = this.#lines.find(({ start, column = 0 }) => start > key.end && start < last && column > own);
    if (line === undefined) return undefined;
    const { start, end } = line;
    return { kind: 'scalar', start, end, style: 'plain', text: this.#text.slice(start, end), templated: true };
  }

  /** A key without a value ends on its own line, whatever ends that line; other collections reach to the line below them. */
  #reachOf({ end }: Span): number {
    return end > 0 && this.#text[end - 1] === '\n' ? end + 1 : nextLine(this.#text, end);
  }
}
