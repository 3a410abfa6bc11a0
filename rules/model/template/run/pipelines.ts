/**
 * Evaluates pipelines (text/template/exec.go, from `evalPipeline` on). Keeps beside each value where it stands among the chart's values. Must not know
 * what executes nodes.
 */
import { accepted, call, type GoFunction, letterAt, type Running, unknownFunction } from '../functions/function.ts';
import { functions } from '../functions/index.ts';
import type { Command, Operand, Pipe } from '../syntax/tree.ts';
import { GoError, TemplateError } from '../value/errors.ts';
import { isDict, isNil, isTrue, Unknown, unknownIn, type Value } from '../value/value.ts';
import { fieldOf } from './fields.ts';
import { constant } from './literals.ts';
import type { Placed, Scope } from './scope.ts';

const nothing: Placed = { value: undefined };

/** Evaluates the pipelines of one template. Source: text/template, "Pipelines". */
export class Pipelines {
  readonly #running: Running;
  readonly #template: string;
  readonly #scope: Scope;

  /** @param template its name, for errors. */
  constructor(running: Running, template: string, scope: Scope) {
    this.#running = running;
    this.#template = template;
    this.#scope = scope;
  }

  /** @throws TemplateError */
  value(pipe: Pipe, dot: Placed): Placed {
    let value: Placed | undefined;
    for (const command of pipe.commands) {
      const made = this.#at(command.start, () => this.#command(command, dot, value));
      // An interface without a value becomes no value.
      value = made.value === null ? nothing : made;
    }
    for (const name of pipe.variables) {
      if (pipe.assigns) this.#at(pipe.start, () => this.#scope.set(name, value ?? nothing));
      else this.#scope.push(name, value ?? nothing);
    }
    return value ?? nothing;
  }

  #at<T>(offset: number, run: () => T): T {
    try {
      return run();
    } catch (error) {
      if (error instanceof RangeError && error.message.includes('call stack'))
        throw new GoError('exceeded the depth of calls');
      if (error instanceof GoError) throw new TemplateError(error.message, this.#template, offset);
      throw error;
    }
  }

  #command({ args }: Command, dot: Placed, final: Placed | undefined): Placed {
    const [first, ...rest] = args;
    switch (first.kind) {
      case 'function':
        return this.#call(first.name, rest, dot, final);
      case 'field':
        if (first.names.length === 0) break;
        return this.#fields(dot, first.names, rest, dot, final);
      case 'chain':
        return this.#fields(this.#operand(first.of, dot), first.names, rest, dot, final);
      case 'variable':
        if (first.names.length === 0) break;
        return this.#fields(this.#scope.get(first.name), first.names, rest, dot, final);
      case 'nil':
        throw new GoError('nil is not a command');
    }
    if (rest.length > 0 || final !== undefined) throw new GoError(`can't give argument to non-function`);
    return this.#operand(first, dot);
  }

  /** A value that is no call, or a call without arguments. */
  #operand(operand: Operand, dot: Placed): Placed {
    switch (operand.kind) {
      case 'function':
        return this.#call(operand.name, [], dot, undefined);
      case 'field':
        return operand.names.length === 0 ? dot : this.#fields(dot, operand.names, [], dot, undefined);
      case 'variable': {
        const variable = this.#scope.get(operand.name);
        return operand.names.length === 0 ? variable : this.#fields(variable, operand.names, [], dot, undefined);
      }
      case 'chain':
        return this.#fields(this.#operand(operand.of, dot), operand.names, [], dot, undefined);
      case 'literal':
        return { value: constant(operand, 'a') };
      case 'nil':
        return nothing;
      case 'pipe':
        return this.value(operand.pipe, dot);
    }
  }

  #fields(
    from: Placed,
    names: readonly string[],
    rest: readonly Operand[],
    dot: Placed,
    final: Placed | undefined,
  ): Placed {
    let at = from;
    for (const [place, name] of names.entries()) {
      const isLast = place === names.length - 1;
      const args = isLast ? rest.map((operand) => this.#operand(operand, dot).value) : [];
      if (isLast && final !== undefined) args.push(final.value);
      const unknown = args.find((arg) => arg instanceof Unknown);
      const value = unknown ?? fieldOf(at.value, name, args);
      const holder = isDict(at.value) ? this.#running.origins.get(at.value) : undefined;
      at = holder === undefined ? { value } : { value, path: [...holder, name] };
    }
    return at;
  }

  #call(name: string, operands: readonly Operand[], dot: Placed, final: Placed | undefined): Placed {
    if (name === 'and' || name === 'or') return this.#choose(name, operands, dot, final);
    const fn: GoFunction = Object.hasOwn(functions, name)
      ? (functions[name] as GoFunction)
      : unknownFunction(`the function ${name}, which is not known here`);
    const given: Placed[] = operands.map((operand, at) => this.#argument(operand, letterAt(fn, at), dot));
    if (final !== undefined) given.push(final);
    const args = given.map(({ value }, at) => accepted(value, letterAt(fn, at)));
    const value = call(this.#running, name, fn, args);
    const placed = given.findLast(({ path }) => path !== undefined);
    if (placed === undefined) return { value };
    const derived = placed.derived === true || !fn.keepsPlace || !isSame(value, placed.value);
    return { value, path: placed.path, ...(derived ? { derived } : {}) };
  }

  #argument(operand: Operand, letter: string, dot: Placed): Placed {
    if (operand.kind === 'literal') return { value: constant(operand, letter) };
    if (operand.kind === 'nil') {
      if (letter !== 'a' && letter !== 'm' && letter !== 'L')
        throw new GoError(`cannot assign nil to ${letter === 's' || letter === 't' ? 'string' : 'a number'}`);
      return { value: letter === 'a' ? null : undefined };
    }
    return this.#operand(operand, dot);
  }

  /** `and` and `or` stop at the argument that decides, and are that argument. */
  #choose(name: 'and' | 'or', operands: readonly Operand[], dot: Placed, final: Placed | undefined): Placed {
    let chosen: Placed | undefined;
    const count = operands.length + (final === undefined ? 0 : 1);
    if (count === 0) throw new GoError(`wrong number of args for ${name}: want at least 1 got 0`);
    for (const operand of operands) {
      chosen = this.#argument(operand, 'a', dot);
      const reason = unknownIn(chosen.value, 0);
      if (reason !== undefined) return { value: new Unknown(reason) };
      if (isTrue(chosen.value) === (name === 'or')) return chosen;
    }
    return final ?? chosen ?? nothing;
  }
}

/** Whether a function gave back what it was given, be it as a text. */
function isSame(made: Value, given: Value): boolean {
  if (made === given) return true;
  if (isNil(made) || isNil(given) || typeof given === 'object') return false;
  return String(made) === String(given);
}
