/**
 * The arrows of a graph, in columns: a large cluster has hundreds of thousands, of which few are ever looked at. Must not know what they mean, but for the
 * assumptions of their steps.
 */
import { type Assumption, assumptions, type Cut, type Step } from './edge.ts';

/** An arrow of the graph. */
export interface Arrow {
  readonly from: number;
  readonly to: number;
  /** Undefined for what follows from a name: a pod is of its namespace, an account of its groups. */
  readonly step: Step | undefined;
  /** A bit for each assumption. */
  readonly mask: number;
}

/** Numbers of arrows, by a vertex: those of vertex `v` are from `starts[v]` to before `starts[v + 1]` of the list. */
export interface ArrowIndex {
  readonly starts: Int32Array;
  readonly list: Int32Array;
}

const bits = new Map(Object.keys(assumptions).map((key, i) => [key, 1 << i]));

/** The bits of assumptions. */
export function maskOf(assumed: readonly Assumption[]): number {
  let mask = 0;
  for (const one of assumed) mask |= bits.get(one) ?? 0;
  return mask;
}

/** The assumptions of bits, in the order of the list. */
export const assumedBy = (mask: number): readonly Assumption[] =>
  [...bits].flatMap(([key, bit]) => ((mask & bit) === 0 ? [] : [key as Assumption]));

const none: readonly Cut[] = [];

/** Arrows by number. */
export class Arrows {
  readonly tails: number[] = [];
  readonly heads: number[] = [];
  readonly masks: number[] = [];
  readonly steps: (Step | undefined)[] = [];

  /** @param tail the vertex that it leads from. @param head the one that it leads to. */
  add(tail: number, head: number, step?: Step): void {
    this.tails.push(tail);
    this.heads.push(head);
    this.masks.push(step === undefined || step.assumes.length === 0 ? 0 : maskOf(step.assumes));
    this.steps.push(step);
  }

  /** How many there are. */
  get size(): number {
    return this.heads.length;
  }

  /** @returns one of them for whoever follows few. */
  at(number: number): Arrow {
    return {
      from: this.tails[number] ?? 0,
      to: this.heads[number] ?? 0,
      step: this.steps[number],
      mask: this.masks[number] ?? 0,
    };
  }

  /** The edits each of which takes it away. */
  cutsOf(number: number): readonly Cut[] {
    return this.steps[number]?.cuts ?? none;
  }

  /** @param by the end that they are looked up by. @param vertices how many there are. @returns each vertex's own in the order of their numbers. */
  indexed(by: 'tails' | 'heads', vertices: number): ArrowIndex {
    const ends = this[by];
    const starts = new Int32Array(vertices + 1);
    for (const end of ends) starts[end + 1] = (starts[end + 1] as number) + 1;
    for (let vertex = 0; vertex < vertices; vertex++)
      starts[vertex + 1] = (starts[vertex + 1] as number) + (starts[vertex] as number);
    const next = starts.slice();
    const list = new Int32Array(ends.length);
    for (let number = 0; number < ends.length; number++) {
      const end = ends[number] as number;
      list[next[end] as number] = number;
      next[end] = (next[end] as number) + 1;
    }
    return { starts, list };
  }
}

/** @returns the arrows of a vertex, as an index has them. */
export const arrowsOf = ({ starts, list }: ArrowIndex, vertex: number): Int32Array =>
  list.subarray(starts[vertex], starts[vertex + 1]);
