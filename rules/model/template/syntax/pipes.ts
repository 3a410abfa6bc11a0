/** Reads one pipeline out of an action's tokens (text/template/parse/parse.go, `pipeline`, `command`, `operand`). Must not know blocks. */
import type { Part, Token } from './lexer.ts';
import type { Command, Operand, Pipe } from './tree.ts';

/** What stands between `{{` and `}}`. */
export type Action = Extract<Part, { kind: 'action' }>;

/** What is wrong within one action. */
export class ActionError extends Error {}

/** Blocks and parentheses below which nothing is read. */
export const deepest = 400;

/** Reads one pipeline. @throws ActionError */
export class PipeReader {
  readonly #tokens: readonly Token[];
  readonly #part: Action;
  readonly #variables: readonly string[];
  readonly #context: string;
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], part: Action, variables: readonly string[], context: string) {
    this.#tokens = tokens;
    this.#part = part;
    this.#variables = variables;
    this.#context = context;
  }

  get left(): Token | undefined {
    return this.#tokens[this.#at];
  }

  pipe(mayDeclare: boolean): Pipe {
    const start = this.left?.start ?? this.#part.start;
    const { variables, assigns } = mayDeclare ? this.#declared() : { variables: [], assigns: false };
    const known = assigns ? this.#variables : [...this.#variables];
    const commands: Command[] = [];
    for (;;) {
      commands.push(this.#command(known));
      if (this.left?.kind !== 'pipe') break;
      this.#at++;
      // Go takes a pipeline that ends with a bar.
      const next = this.#tokens[this.#at];
      if (next === undefined || next.kind === 'close') break;
    }
    for (const { args } of commands.slice(1)) {
      const [{ kind }] = args;
      if (kind === 'literal' || kind === 'nil')
        throw new ActionError(
          `non executable command in pipeline stage ${commands.findIndex((one) => one.args === args) + 1}`,
        );
    }
    return { variables, assigns, commands, start, end: this.#tokens[this.#at - 1]?.end ?? start };
  }

  /** `$x :=`, `$x =`, and for range `$i, $x :=`. */
  #declared(): { readonly variables: readonly string[]; readonly assigns: boolean } {
    const [first, second, third, fourth] = this.#tokens;
    const none = { variables: [], assigns: false };
    if (first?.kind !== 'variable' || second === undefined) return none;
    const isSign = (token: Token | undefined): boolean => token?.kind === 'declare' || token?.kind === 'assign';
    const read = (sign: Token | undefined, variables: readonly string[], count: number) => {
      this.#at = count;
      const assigns = sign?.kind === 'assign';
      if (assigns) for (const name of variables) this.#known(name);
      return { variables, assigns };
    };
    if (isSign(second)) return read(second, [first.text], 2);
    if (second.kind === 'comma' && third?.kind === 'variable' && isSign(fourth)) {
      if (this.#context !== 'range') throw new ActionError(`too many declarations in ${this.#context}`);
      return read(fourth, [first.text, third.text], 4);
    }
    return none;
  }

  #known(name: string): void {
    if (!this.#variables.includes(name)) throw new ActionError(`undefined variable "${name}"`);
  }

  #command(known: readonly string[]): Command {
    const args: Operand[] = [];
    for (;;) {
      const token = this.left;
      if (token === undefined || token.kind === 'pipe' || token.kind === 'close') break;
      if (args.length > 0 && !token.spaced && token.kind !== 'open')
        throw new ActionError(`unexpected ${token.text} in operand`);
      args.push(this.#operand(known));
    }
    const [first, ...rest] = args;
    if (first === undefined)
      throw new ActionError(
        this.#at === 0 || this.left === undefined ? `missing value for ${this.#context}` : 'empty command',
      );
    return { args: [first, ...rest], start: first.start, end: args.at(-1)?.end ?? first.end };
  }

  #operand(known: readonly string[]): Operand {
    const head = this.#term(known);
    const names: string[] = [];
    let end = head.end;
    while (this.left?.kind === 'field' && !this.left.spaced) {
      names.push(this.left.text.slice(1));
      end = this.left.end;
      this.#at++;
    }
    if (names.length === 0) return head;
    if (head.kind === 'field' && head.names.length > 0) return { ...head, names: [...head.names, ...names], end };
    if (head.kind === 'variable') return { ...head, names: [...head.names, ...names], end };
    if (head.kind === 'literal' || head.kind === 'nil' || head.kind === 'field')
      throw new ActionError(`unexpected <.> after term`);
    return { kind: 'chain', of: head, names, start: head.start, end };
  }

  #term(known: readonly string[]): Operand {
    const token = this.left as Token;
    const { start, end, text } = token;
    this.#at++;
    switch (token.kind) {
      case 'identifier':
        return { kind: 'function', name: text, start, end };
      case 'dot':
        return { kind: 'field', names: [], start, end };
      case 'field':
        return { kind: 'field', names: [text.slice(1)], start, end };
      case 'nil':
        return { kind: 'nil', start, end };
      case 'variable':
        if (!known.includes(text)) throw new ActionError(`undefined variable "${text}"`);
        return { kind: 'variable', name: text, names: [], start, end };
      case 'string':
      case 'number':
      case 'char':
      case 'bool':
        return { kind: 'literal', of: token.kind, text, start, end };
      case 'open': {
        if (++this.#depth > deepest) throw new ActionError('max expression depth exceeded');
        const pipe = this.pipe(false);
        this.#depth--;
        const close = this.left;
        if (close?.kind !== 'close') throw new ActionError('unclosed left paren');
        this.#at++;
        return { kind: 'pipe', pipe, start, end: close.end };
      }
      default:
        throw new ActionError(`unexpected "${text}" in ${this.#context}`);
    }
  }
}
