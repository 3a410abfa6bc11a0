/**
 * Reads a template into its tree, as text/template/parse/parse.go does. Total: what is wrong becomes a problem, and what can be read is in the tree; a
 * block that is not ended ends with the text. Whether a function exists is not asked here.
 */
import { lex, type Part, type Problem, type Token } from './lexer.ts';
import type { Branch, Command, Node, Operand, Pipe, Tree } from './tree.ts';

type Action = Extract<Part, { kind: 'action' }>;

/** Blocks and parentheses below which nothing is read. */
const deepest = 400;

export function parse(source: string): Tree {
  const { parts, problems } = lex(source);
  return new Parser(parts, problems, source.length).tree();
}

class ActionError extends Error {}

class Parser {
  readonly #parts: readonly Part[];
  readonly #problems: Problem[];
  readonly #defines = new Map<string, readonly Node[]>();
  readonly #length: number;
  #at = 0;
  /** Variables that are known here; Go asks while it parses. */
  #variables: string[] = ['$'];
  #loops = 0;
  #depth = 0;

  constructor(parts: readonly Part[], problems: readonly Problem[], length: number) {
    this.#parts = parts;
    this.#problems = [...problems];
    this.#length = length;
  }

  tree(): Tree {
    const root: Node[] = [];
    while (this.#at < this.#parts.length) {
      const { nodes, end } = this.#list(true);
      root.push(...nodes);
      if (end !== undefined) this.#problem(`unexpected {{${keyword(end)}}}`, end);
    }
    const problems = [...this.#problems].sort((a, b) => a.start - b.start);
    return { root, defines: this.#defines, problems };
  }

  #problem(message: string, { start, end }: { start: number; end: number }): void {
    this.#problems.push({ message, start, end });
  }

  /** Nodes up to `end` or `else`, which is handed back; or up to the end of the text. */
  #list(isTop: boolean): { readonly nodes: readonly Node[]; readonly end: Action | undefined } {
    const nodes: Node[] = [];
    while (this.#at < this.#parts.length) {
      const part = this.#parts[this.#at++] as Part;
      if (part.kind === 'text') {
        nodes.push(part);
        continue;
      }
      const word = keyword(part);
      if (word === 'end' || word === 'else') return { nodes, end: part };
      try {
        const node = this.#action(part, word, isTop);
        if (node !== undefined) nodes.push(node);
      } catch (error) {
        if (!(error instanceof ActionError)) throw error;
        this.#problem(error.message, part);
      }
    }
    return { nodes, end: undefined };
  }

  #action(part: Action, word: string | undefined, isTop: boolean): Node | undefined {
    const { start, end } = part;
    switch (word) {
      case undefined: {
        const pipe = this.#pipe(part.tokens, part, 'command');
        return { kind: 'print', pipe, start, end };
      }
      case 'if':
      case 'with':
      case 'range':
        return this.#branch(part, word, part.tokens.slice(1));
      case 'template':
        return this.#template(part);
      case 'block':
        return this.#block(part);
      case 'define':
        this.#define(part, isTop);
        return undefined;
      case 'break':
      case 'continue':
        if (this.#loops === 0) this.#problem(`{{${word}}} outside {{range}}`, part);
        if (part.tokens.length > 1) this.#problem(`unexpected ${part.tokens[1]?.text} in {{${word}}}`, part);
        return { kind: word, start, end };
      default:
        throw new ActionError(`unexpected {{${word}}}`);
    }
  }

  #deeper<T>(read: () => T): T {
    if (this.#depth >= deepest) throw new ActionError('nested too deeply');
    this.#depth++;
    try {
      return read();
    } finally {
      this.#depth--;
    }
  }

  #branch(part: Action, kind: Branch['kind'], tokens: readonly Token[]): Branch {
    const known = this.#variables.length;
    let pipe: Pipe;
    try {
      pipe = this.#pipe(tokens, part, kind);
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      this.#problem(error.message, part);
      // The block is there all the same, so that its end closes nothing else.
      pipe = { variables: [], assigns: false, commands: [], start: part.start, end: part.end };
    }
    if (kind === 'range') this.#loops++;
    const body = this.#deeper(() => this.#list(false));
    if (kind === 'range') this.#loops--;
    let otherwise: readonly Node[] | undefined;
    if (body.end === undefined) this.#problem('unexpected EOF', { start: part.start, end: this.#length });
    else if (keyword(body.end) === 'else') otherwise = this.#else(body.end, kind);
    this.#variables.length = known;
    return { kind, pipe, body: body.nodes, otherwise, start: part.start, end: part.end };
  }

  #else(part: Action, kind: Branch['kind']): readonly Node[] {
    const [, next, ...rest] = part.tokens;
    // `else if` and `else with` are a branch of their own whose end is this one's.
    if (next?.kind === 'keyword' && next.text === kind && kind !== 'range')
      return [this.#deeper(() => this.#branch({ ...part }, kind, rest))];
    if (next !== undefined) this.#problem(`unexpected ${next.text} in else`, part);
    const { nodes, end } = this.#deeper(() => this.#list(false));
    if (end === undefined) this.#problem('unexpected EOF', { start: part.start, end: this.#length });
    else if (keyword(end) === 'else') this.#problem('expected end; found {{else}}', end);
    return nodes;
  }

  #template(part: Action): Node {
    const [, name, ...rest] = part.tokens;
    if (name?.kind !== 'string') throw new ActionError(`unexpected ${name?.text ?? '}}'} in template clause`);
    const pipe = rest.length === 0 ? undefined : this.#pipe(rest, part, 'template clause');
    return { kind: 'template', name: name.text, pipe, start: part.start, end: part.end };
  }

  #block(part: Action): Node {
    const [, name, ...rest] = part.tokens;
    if (name?.kind !== 'string') throw new ActionError(`unexpected ${name?.text ?? '}}'} in block clause`);
    const pipe = this.#pipe(rest, part, 'block clause');
    this.#body(name.text, part);
    return { kind: 'template', name: name.text, pipe, start: part.start, end: part.end };
  }

  #define(part: Action, isTop: boolean): void {
    if (!isTop) this.#problem('unexpected {{define}}', part);
    const [, name, extra] = part.tokens;
    if (name?.kind !== 'string' || extra !== undefined)
      this.#problem(`unexpected ${(extra ?? name)?.text ?? '}}'} in define clause`, part);
    this.#body(name?.kind === 'string' ? name.text : '', part);
  }

  /** The body of a `define` or `block`: variables and loops outside are not seen in it. */
  #body(name: string, part: Action): void {
    const [variables, loops] = [this.#variables, this.#loops];
    this.#variables = ['$'];
    this.#loops = 0;
    const { nodes, end } = this.#deeper(() => this.#list(false));
    this.#variables = variables;
    this.#loops = loops;
    if (end === undefined) this.#problem('unexpected EOF', { start: part.start, end: this.#length });
    else if (keyword(end) === 'else') this.#problem('unexpected {{else}} in define clause', end);
    const before = this.#defines.get(name);
    // An empty definition does not replace one that says something (parse.go, `add`).
    if (before === undefined || isEmpty(before) || !isEmpty(nodes)) {
      if (before !== undefined && !isEmpty(before)) this.#problem(`multiple definition of template "${name}"`, part);
      this.#defines.set(name, nodes);
    }
  }

  #pipe(tokens: readonly Token[], part: Action, context: string): Pipe {
    const reader = new PipeReader(tokens, part, this.#variables, context);
    const pipe = this.#deeper(() => reader.pipe(true));
    if (reader.left !== undefined) throw new ActionError(`unexpected ${reader.left.text} in ${context}`);
    if (!pipe.assigns) this.#variables.push(...pipe.variables);
    return pipe;
  }
}

const keyword = ({ tokens: [first] }: Action): string | undefined =>
  first?.kind === 'keyword' ? first.text : undefined;

/** Blank text alone (parse.go, `IsEmptyTree`). */
export const isEmpty = (nodes: readonly Node[]): boolean =>
  nodes.every((node) => node.kind === 'text' && node.text.trim() === '');

/** Reads one pipeline. @throws ActionError */
class PipeReader {
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
      const next = this.#tokens[this.#at];
      if (next === undefined || next.kind === 'close') throw new ActionError(`missing value for ${this.#context}`);
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
