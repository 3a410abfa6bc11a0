/**
 * What a regular expression costs, counted instead of timed: a matcher that tries, and goes back, as the engine of JavaScript does, one step at a
 * time. Slow, and meant for short texts. Owns no texts: `expression-pumps.ts` makes those.
 */
import { compiled, type Expression, type Op, type Program } from './expression-program.ts';

/** Offsets of a match; undefined when there is none. */
export type Extent = readonly [start: number, end: number] | undefined;

class Spent extends Error {}

const nothing = -1;

/** Where a match stands, and what it may go back to. */
class Trail {
  /** The step that comes next, and the offset that it stands at. */
  step: number;
  at: number;
  readonly #state: number[];
  /** Pairs: a step and an offset to try instead; or, below zero, a register and what it held. */
  readonly #stack: number[] = [];

  constructor(state: number[], step: number, at: number) {
    this.#state = state;
    this.step = step;
    this.at = at;
  }

  orElse(step: number, at: number): void {
    this.#stack.push(step, at);
  }

  write(register: number, value: number): void {
    this.#stack.push(-1 - register, this.#state[register] as number);
    this.#state[register] = value;
  }

  /** Goes back to the last thing that may be tried instead. @returns whether there is one. */
  retry(): boolean {
    while (this.#stack.length > 0) {
      const value = this.#stack.pop() as number;
      const place = this.#stack.pop() as number;
      if (place >= 0) {
        [this.step, this.at] = [place, value];
        return true;
      }
      this.#state[-1 - place] = value;
    }
    return false;
  }
}

export class Matcher {
  readonly #program: Program;
  readonly #flags: string;
  readonly #byCodePoint: boolean;
  #text = '';
  #state: number[] = [];
  #left = 0;

  constructor(expression: Expression) {
    this.#program = compiled(expression);
    this.#flags = expression.flags;
    this.#byCodePoint = /[uv]/.test(expression.flags);
  }

  /**
   * As `RegExp.prototype.exec` from an offset on; from there alone where the expression is sticky.
   * @param budget steps. @returns `spent` where they did not suffice.
   */
  exec(text: string, budget: number, from = 0): { readonly extent: Extent; readonly steps: number } | 'spent' {
    this.#text = text;
    this.#left = budget;
    try {
      return { extent: this.#search(from), steps: budget - this.#left };
    } catch (error) {
      if (error instanceof Spent) return 'spent';
      throw error;
    }
  }

  /** The steps that it takes to find all matches one behind the other, as `replaceAll` does. */
  all(text: string, budget: number): number | 'spent' {
    let steps = 0;
    for (let from = 0; from <= text.length; ) {
      const one = this.exec(text, budget - steps, from);
      if (one === 'spent') return 'spent';
      steps += one.steps;
      if (one.extent === undefined) break;
      const [start, end] = one.extent;
      from = end > start ? end : end + 1;
    }
    return steps;
  }

  #search(from: number): Extent {
    const last = this.#flags.includes('y') ? from : this.#text.length;
    for (let start = from; start <= last; start += this.#code(start, false) > 0xffff ? 2 : 1) {
      this.#state = new Array<number>(this.#program.registers).fill(nothing);
      const end = this.#run(0, start);
      if (end >= 0) return [start, end];
    }
    return undefined;
  }

  /** The code of the character behind an offset, or of the one before it; -1 past the ends of the text. */
  #code(offset: number, back: boolean): number {
    const text = this.#text;
    const at = back ? offset - 1 : offset;
    if (at < 0 || at >= text.length) return nothing;
    if (!this.#byCodePoint) return text.charCodeAt(at);
    const isPair = back && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), offset));
    return text.codePointAt(isPair ? at - 1 : at) as number;
  }

  /** @returns where the match ends; -1 when there is none. */
  #run(first: number, start: number): number {
    const trail = new Trail(this.#state, first, start);
    for (;;) {
      if (this.#left-- <= 0) throw new Spent();
      const op = this.#program.ops[trail.step++];
      if (op === undefined || op.op === 'end') return trail.at;
      if (!this.#holds(op, trail) && !trail.retry()) return -1;
    }
  }

  /** Does one step. @returns whether the match can go on from there. */
  #holds(op: Exclude<Op, { op: 'end' }>, trail: Trail): boolean {
    switch (op.op) {
      case 'take': {
        const code = this.#code(trail.at, op.back);
        const length = code > 0xffff ? 2 : 1;
        trail.at += op.back ? -length : length;
        return code !== nothing && op.takes(code);
      }
      case 'either':
        trail.orElse(op.second, trail.at);
        trail.step = op.first;
        return true;
      case 'go':
        trail.step = op.to;
        return true;
      case 'set': {
        const value = op.value === 'here' ? trail.at : op.value === 'nothing' ? nothing : op.value;
        for (const register of op.registers) trail.write(register, value);
        return true;
      }
      case 'loop': {
        const { min, max, greedy, rounds } = op.loop;
        const so = this.#state[rounds] as number;
        const body = trail.step;
        if (so >= max || (so >= min && !greedy)) trail.step = op.exit;
        if (so >= min && so < max) trail.orElse(greedy ? op.exit : body, trail.at);
        return true;
      }
      case 'next': {
        const { min, rounds, began } = op.loop;
        const so = this.#state[rounds] as number;
        // A round of nothing leads nowhere, once there were enough (ECMA-262, RepeatMatcher).
        const holds = so < min || this.#state[began] !== trail.at;
        trail.write(rounds, so + 1);
        trail.step = op.to;
        return holds;
      }
      case 'edge':
        return this.#isEdge(op.kind, trail.at);
      case 'word':
        return (this.#isWord(trail.at - 1) !== this.#isWord(trail.at)) !== op.negate;
      case 'around':
        return this.#looksAround(op, trail);
      case 'same':
        return this.#repeats(op, trail);
    }
  }

  #looksAround({ negate, behind }: Op & { op: 'around' }, trail: Trail): boolean {
    const state = this.#state;
    const before = [...state];
    const holds = this.#run(trail.step, trail.at) >= 0 !== negate;
    const after = state.splice(0, state.length, ...before);
    // Only what a lookaround that holds has captured stays.
    if (!negate)
      for (const [register, value] of after.entries()) if (value !== before[register]) trail.write(register, value);
    trail.step = behind;
    return holds;
  }

  #repeats({ groups, back }: Op & { op: 'same' }, trail: Trail): boolean {
    const word = this.#captured(groups);
    const from = back ? trail.at - word.length : trail.at;
    trail.at = back ? from : from + word.length;
    return from >= 0 && this.#folded(this.#text.slice(from, from + word.length)) === this.#folded(word);
  }

  #isEdge(kind: 'start' | 'end', at: number): boolean {
    if (at === (kind === 'start' ? 0 : this.#text.length)) return true;
    return this.#flags.includes('m') && /[\n\r\u2028\u2029]/.test(this.#text[kind === 'start' ? at - 1 : at] ?? '');
  }

  #isWord(at: number): boolean {
    return /\w/.test(this.#text[at] ?? '');
  }

  #folded(text: string): string {
    return this.#flags.includes('i') ? text.toLowerCase() : text;
  }

  #captured(groups: readonly number[]): string {
    for (const group of groups) {
      const [start, end] = [this.#state[2 * group] ?? nothing, this.#state[2 * group + 1] ?? nothing];
      if (start >= 0 && end >= 0) return this.#text.slice(start, end);
    }
    return '';
  }
}
