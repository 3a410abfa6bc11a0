/** The variables of one template while it is executed, innermost last (text/template/exec.go, `state.vars`). */
import { GoError } from '../value/errors.ts';
import { deepEqual, Unknown, type Value } from '../value/value.ts';

/** A value and its path in the chart's values, where it comes from there. */
export interface Placed {
  readonly value: Value;
  readonly path?: readonly string[] | undefined;
  /** It was changed since. */
  readonly derived?: boolean | undefined;
}

interface Variable {
  readonly name: string;
  held: Placed;
}

/** The variables in force at a place of a template, the innermost last. Source: text/template, "Variables". */
export class Scope {
  readonly #variables: Variable[] = [];

  /** @param root what `$` is. */
  constructor(root: Placed) {
    this.push('$', root);
  }

  get mark(): number {
    return this.#variables.length;
  }

  /** Ends the variables that were declared since. */
  end(mark: number): void {
    this.#variables.length = mark;
  }

  push(name: string, held: Placed): void {
    this.#variables.push({ name, held });
  }

  /** The n-th from the end, from one. */
  setTop(place: number, held: Placed): void {
    const variable = this.#variables.at(-place);
    if (variable !== undefined) variable.held = held;
  }

  /** @throws GoError */
  set(name: string, held: Placed): void {
    this.#find(name).held = held;
  }

  /** @throws GoError */
  get(name: string): Placed {
    return this.#find(name).held;
  }

  #find(name: string): Variable {
    const variable = this.#variables.findLast((one) => one.name === name);
    if (variable === undefined) throw new GoError(`undefined variable: ${name}`);
    return variable;
  }

  /** What all variables hold, to be compared with what they hold later. */
  snapshot(): readonly Placed[] {
    return this.#variables.map(({ held }) => held);
  }

  restore(snapshot: readonly Placed[]): void {
    for (const [at, variable] of this.#variables.entries()) variable.held = snapshot[at] ?? variable.held;
  }

  /** What may be this or that is unknown. */
  join(other: readonly Placed[], reason: string): void {
    for (const [at, variable] of this.#variables.entries()) {
      const held = other[at];
      if (held === undefined || held === variable.held || deepEqual(held.value, variable.held.value)) continue;
      variable.held = { value: new Unknown(reason) };
    }
  }
}
