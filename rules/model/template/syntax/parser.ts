/**
 * Reads a template into its tree, as text/template/parse/parse.go does. Total: what is wrong becomes a problem, and what can be read is in the tree; a
 * block that is not ended ends with the text. Whether a function exists is not asked here.
 */
import { lex, type Part, type Problem, type Token } from './lexer.ts';
import { type Action, ActionError, deepest, PipeReader } from './pipes.ts';
import type { Branch, Node, Pipe, Tree } from './tree.ts';

/** Reads a template. Total: what is wrong is among the problems of the tree, and the rest is read. */
export function parse(source: string): Tree {
  const { parts, problems } = lex(source);
  return new Parser(parts, problems, source.length).tree();
}

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
