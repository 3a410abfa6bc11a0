/** Spans of which no two touch the same text, and whether more of them fit in between, told by a look at the neighbours. */
import { overlaps } from './edit.ts';
import type { Span } from './source.ts';

export class DisjointSpans {
  /** By start, then by end. */
  readonly #spans: Span[] = [];

  /** Takes all of the spans in, or none where one of them overlaps another one. @returns whether they were taken in. */
  take(spans: readonly Span[]): boolean {
    for (const [i, span] of spans.entries()) {
      const at = this.#after(span);
      const [before, behind] = [this.#spans[at - 1], this.#spans[at]];
      if ((before !== undefined && overlaps(before, span)) || (behind !== undefined && overlaps(behind, span))) {
        this.release(spans.slice(0, i));
        return false;
      }
      this.#spans.splice(at, 0, span);
    }
    return true;
  }

  /** Gives up spans that were taken in. */
  release(spans: readonly Span[]): void {
    for (const span of spans) this.#spans.splice(this.#after(span) - 1, 1);
  }

  /** Index of the first span that comes after this one. */
  #after({ start, end }: Span): number {
    let [low, high] = [0, this.#spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const known = this.#spans[middle] as Span;
      if (known.start < start || (known.start === start && known.end <= end)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
