/**
 * What a regular expression costs, counted instead of timed: a matcher that tries, and goes back, as the engine of JavaScript does, one step at a
 * time. Slow, and meant for short texts. Owns no texts: `expression-pumps.ts` makes those.
 */
import { compiled, type Expression, type Program } from './expression-program.ts';

/** Offsets of a match; undefined when there is none. */
export type Extent = readonly [start: number, end: number] | undefined;

class Spent extends Error {}

const nothing = -1;

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
    const state = this.#state;
    /** Pairs: a step and an offset to try instead; or, below zero, a register and what it held. */
    const stack: number[] = [];
    const write = (register: number, value: number): void => {
      stack.push(-1 - register, state[register] as number);
      state[register] = value;
    };
    let pc = first;
    let at = start;
    const retry = (): boolean => {
      while (stack.length > 0) {
        const value = stack.pop() as number;
        const place = stack.pop() as number;
        if (place >= 0) {
          [pc, at] = [place, value];
          return true;
        }
        state[-1 - place] = value;
      }
      return false;
    };
    for (;;) {
      if (this.#left-- <= 0) throw new Spent();
      const op = this.#program.ops[pc++];
      let holds = true;
      switch (op?.op) {
        case undefined:
        case 'end':
          return at;
        case 'take': {
          const code = this.#code(at, op.back);
          holds = code !== nothing && op.takes(code);
          const length = code > 0xffff ? 2 : 1;
          at += op.back ? -length : length;
          break;
        }
        case 'either':
          stack.push(op.second, at);
          pc = op.first;
          break;
        case 'go':
          pc = op.to;
          break;
        case 'set': {
          const value = op.value === 'here' ? at : op.value === 'nothing' ? nothing : op.value;
          for (const register of op.registers) write(register, value);
          break;
        }
        case 'loop': {
          const { min, max, greedy, rounds } = op.loop;
          const so = state[rounds] as number;
          const body = pc;
          if (so >= max || (so >= min && !greedy)) pc = op.exit;
          if (so >= min && so < max) stack.push(greedy ? op.exit : body, at);
          break;
        }
        case 'next': {
          const { min, rounds, began } = op.loop;
          const so = state[rounds] as number;
          // A round of nothing leads nowhere, once there were enough (ECMA-262, RepeatMatcher).
          holds = so < min || state[began] !== at;
          write(rounds, so + 1);
          pc = op.to;
          break;
        }
        case 'edge':
          holds = this.#isEdge(op.kind, at);
          break;
        case 'word':
          holds = (this.#isWord(at - 1) !== this.#isWord(at)) !== op.negate;
          break;
        case 'around': {
          const before = [...state];
          holds = this.#run(pc, at) >= 0 !== op.negate;
          const after = state.splice(0, state.length, ...before);
          // Only what a lookaround that holds has captured stays.
          if (!op.negate)
            for (const [register, value] of after.entries()) if (value !== before[register]) write(register, value);
          pc = op.behind;
          break;
        }
        case 'same': {
          const word = this.#captured(op.groups);
          const from = op.back ? at - word.length : at;
          holds = from >= 0 && this.#folded(this.#text.slice(from, from + word.length)) === this.#folded(word);
          at = op.back ? from : from + word.length;
        }
      }
      if (!holds && !retry()) return -1;
    }
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
