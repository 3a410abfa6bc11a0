/** Which of many spans hold a place, without a look at all of them: spans may nest, overlap and be twins. */
import type { Span } from './source.ts';

interface Item<T> {
  readonly span: Span;
  readonly value: T;
}

export class SpanIndex<T> {
  /** By their starts; read as a balanced tree. */
  readonly #items: readonly Item<T>[];
  /** The last end among an item and all below it in that tree. */
  readonly #ends: Float64Array;

  constructor(items: readonly Item<T>[]) {
    this.#items = [...items].sort((a, b) => a.span.start - b.span.start);
    this.#ends = new Float64Array(items.length);
    this.#measure(0, items.length);
  }

  #measure(low: number, high: number): number {
    if (low >= high) return -1;
    const middle = (low + high) >> 1;
    const own = (this.#items[middle] as Item<T>).span.end;
    const end = Math.max(own, this.#measure(low, middle), this.#measure(middle + 1, high));
    this.#ends[middle] = end;
    return end;
  }

  /** Values of the spans with `start <= at <= end`, by their starts. */
  at(at: number): readonly T[] {
    const found: T[] = [];
    this.#find(0, this.#items.length, at, found);
    return found;
  }

  #find(low: number, high: number, at: number, found: T[]): void {
    if (low >= high) return;
    const middle = (low + high) >> 1;
    if ((this.#ends[middle] as number) < at) return;
    this.#find(low, middle, at, found);
    const { span, value } = this.#items[middle] as Item<T>;
    if (span.start > at) return;
    if (at <= span.end) found.push(value);
    this.#find(middle + 1, high, at, found);
  }
}
