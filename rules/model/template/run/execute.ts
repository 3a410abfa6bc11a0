/**
 * Executes templates (text/template/exec.go, `walk`) as Helm has them: `include`, `tpl`, what is unknown. What comes out is text in pieces. Must not
 * know charts.
 */
import type { Origins, Running } from '../functions/function.ts';
import { parse } from '../syntax/parser.ts';
import type { Branch, Node } from '../syntax/tree.ts';
import { GoError, TemplateError } from '../value/errors.ts';
import { printed } from '../value/print.ts';
import { type Piece, Text, unknownBlock, unknownText } from '../value/text.ts';
import {
  Int,
  isDict,
  isList,
  isNil,
  isObject,
  isText,
  isTrue,
  sortedKeys,
  typeOf,
  Unknown,
  unknownIn,
  type Value,
} from '../value/value.ts';
import type { Budget } from './budget.ts';
import { bothTexts } from './either.ts';
import { Pipelines } from './pipelines.ts';
import { type Placed, Scope } from './scope.ts';

/** A template: its nodes, and the name of the text that these are in. */
export interface Definition {
  readonly nodes: readonly Node[];
  readonly text: string;
}

export type Definitions = ReadonlyMap<string, Definition>;

/** Times that a template may be within itself (engine.go, `recursionMaxNums`). */
const mostWithin = 1000;

class Break extends Error {}
class Continue extends Error {}
const stops = { break: new Break(), continue: new Continue() };

/** Where the text of a `tpl` stands: the action that calls it, and the path of the value that it is. */
interface Outer {
  readonly template: string;
  readonly start: number;
  readonly end: number;
  readonly path: readonly string[] | undefined;
}

export class Execution implements Running {
  readonly origins: Origins;
  readonly emptyCluster: boolean;
  doubt: string | undefined;
  readonly #budget: Budget;
  readonly #within = new Map<string, number>();
  #definitions: Definitions;
  #out: Piece[] = [];
  #outer: Outer | undefined;
  /** The action that is executed. */
  #place = { template: '', start: 0, end: 0 };

  constructor(definitions: Definitions, budget: Budget, origins: Origins, emptyCluster = false) {
    this.emptyCluster = emptyCluster;
    this.#definitions = definitions;
    this.#budget = budget;
    this.origins = origins;
  }

  spend(steps: number): void {
    this.#budget.spend(steps);
  }

  /** Executes a template. @throws TemplateError, LimitError */
  run(name: string, data: Value): Text {
    const definition = this.#definitions.get(name);
    if (definition === undefined) throw new GoError(`no template "${name}" associated with template "gotpl"`);
    return this.#captured(() => this.#template(definition, { value: data }));
  }

  include(name: string, data: Value): Text {
    const times = this.#within.get(name) ?? 0;
    if (times > mostWithin)
      throw new GoError(`rendering template has a nested reference name: ${name}: unable to execute template`);
    this.#within.set(name, times + 1);
    try {
      return this.run(name, data);
    } finally {
      this.#within.set(name, times);
    }
  }

  tpl(source: string | Text, data: Value): Text {
    const text = String(source);
    const [piece] = source instanceof Text ? source.pieces : [];
    const { root, defines, problems } = parse(text);
    const [problem] = problems;
    if (problem !== undefined)
      throw new GoError(`cannot parse template ${JSON.stringify(text.slice(0, 80))}: ${problem.message}`);
    const before = [this.#definitions, this.#outer] as const;
    const here = this.#place;
    if (defines.size > 0) {
      const all = new Map(this.#definitions);
      for (const [name, nodes] of defines) all.set(name, { nodes, text: 'gotpl' });
      this.#definitions = all;
    }
    this.#outer = this.#outer ?? { ...here, path: piece?.path };
    try {
      return withoutNoValue(this.#captured(() => this.#template({ nodes: root, text: 'gotpl' }, { value: data })));
    } finally {
      [this.#definitions, this.#outer] = before;
      this.#place = here;
    }
  }

  #captured(run: () => void): Text {
    const before = this.#out;
    const place = this.#place;
    this.#out = [];
    try {
      run();
      return new Text(this.#out);
    } finally {
      this.#out = before;
      this.#place = place;
    }
  }

  #template({ nodes, text }: Definition, dot: Placed): void {
    this.#budget.deeper(() => {
      const scope = new Scope(dot);
      new Walk(this, text, scope).nodes(nodes, dot);
    });
  }

  // What a walk asks of the execution.

  /** A `template` action. @throws GoError */
  call(name: string, data: Placed): void {
    const definition = this.#definitions.get(name);
    if (definition === undefined) throw new GoError(`template "${name}" not defined`);
    this.#template(definition, data);
  }

  at(template: string, start: number, end: number): void {
    this.#place = { template, start, end };
  }

  emit(text: string, literal: boolean, placed?: Placed): void {
    if (text === '') return;
    this.#budget.write(text.length);
    const outer = this.#outer;
    const { template, start, end } = outer ?? this.#place;
    const path = placed?.path ?? outer?.path;
    const piece = { text, template, start, end, literal: literal && outer === undefined };
    this.#out.push(
      path === undefined
        ? piece
        : { ...piece, path, ...(placed?.derived === true || outer !== undefined ? { derived: true as const } : {}) },
    );
  }

  /** Text that was made elsewhere: what has no place yet is placed here. */
  emitText(text: Text): void {
    this.#budget.write(text.length);
    const { template, start, end } = this.#outer ?? this.#place;
    for (const piece of text.pieces) this.#out.push(piece.template === '' ? { ...piece, template, start, end } : piece);
  }

  /** What both of two ways write is written; where they differ it is unknown. @throws what both throw. */
  either(reason: string, scope: Scope, ways: readonly [() => void, () => void]): void {
    const before = scope.snapshot();
    const doubted = this.doubt;
    this.doubt = reason;
    const outcomes = ways.map((way) => {
      scope.restore(before);
      const mark = scope.mark;
      try {
        return { text: this.#captured(way), held: scope.snapshot() };
      } catch (error) {
        // Nobody knows whether this way is taken; that the other fails must not hide it.
        if (error instanceof TemplateError || error instanceof GoError) return { error };
        if (error instanceof Break || error instanceof Continue) return { text: new Text([]), held: scope.snapshot() };
        throw error;
      } finally {
        scope.end(mark);
      }
    });
    this.doubt = doubted;
    const [first, second] = outcomes.map((outcome) => ('error' in outcome ? undefined : outcome));
    if (first === undefined && second === undefined) throw (outcomes[0] as { error: Error }).error;
    scope.restore(first?.held ?? before);
    scope.join(second?.held ?? first?.held ?? before, reason);
    const made = bothTexts(first?.text ?? second?.text, second?.text ?? first?.text, reason);
    this.emitText(made);
  }
}

/** Helm deletes what Go prints for nothing. */
export function withoutNoValue(text: Text): Text {
  const mark = '<no value>';
  if (!text.toString().includes(mark)) return text;
  const whole = text.toString();
  const kept: Piece[] = [];
  let at = 0;
  for (let found = whole.indexOf(mark); found >= 0; found = whole.indexOf(mark, at)) {
    kept.push(...text.slice(at, found).pieces);
    at = found + mark.length;
  }
  return new Text([...kept, ...text.slice(at).pieces]);
}

/** One template with its variables. */
class Walk {
  readonly #execution: Execution;
  readonly #template: string;
  readonly #scope: Scope;
  readonly #pipelines: Pipelines;

  constructor(execution: Execution, template: string, scope: Scope) {
    this.#execution = execution;
    this.#template = template;
    this.#scope = scope;
    this.#pipelines = new Pipelines(execution, template, scope);
  }

  nodes(nodes: readonly Node[], dot: Placed): void {
    for (const node of nodes) this.#node(node, dot);
  }

  #node(node: Node, dot: Placed): void {
    const execution = this.#execution;
    execution.spend(1);
    execution.at(this.#template, node.start, node.end);
    switch (node.kind) {
      case 'text':
        return execution.emit(node.text, true);
      case 'print': {
        const made = this.#pipelines.value(node.pipe, dot);
        execution.at(this.#template, node.start, node.end);
        if (node.pipe.variables.length === 0) this.#print(made);
        return;
      }
      case 'if':
      case 'with':
        return this.#branch(node, dot);
      case 'range':
        return this.#range(node, dot);
      case 'template': {
        const data = node.pipe === undefined ? { value: undefined } : this.#pipelines.value(node.pipe, dot);
        try {
          return execution.call(node.name, data);
        } catch (error) {
          if (error instanceof GoError) throw new TemplateError(error.message, this.#template, node.start);
          throw error;
        }
      }
      default:
        throw stops[node.kind];
    }
  }

  #print(made: Placed): void {
    const { value } = made;
    if (value instanceof Text) return this.#execution.emitText(value);
    if (value instanceof Unknown) return this.#execution.emit(unknownText(value.reason), false, made);
    this.#execution.emit(isNil(value) ? '<no value>' : printed(value), false, made);
  }

  #scoped(run: () => void): void {
    const mark = this.#scope.mark;
    try {
      run();
    } finally {
      this.#scope.end(mark);
    }
  }

  #branch({ kind, pipe, body, otherwise = [] }: Branch, dot: Placed): void {
    this.#scoped(() => {
      const made = this.#pipelines.value(pipe, dot);
      const inner = kind === 'with' ? made : dot;
      const reason = unknownIn(made.value, 0);
      const ways = [() => this.nodes(body, inner), () => this.nodes(otherwise, dot)] as const;
      if (reason !== undefined) this.#execution.either(reason, this.#scope, ways);
      else ways[isTrue(made.value) ? 0 : 1]?.();
    });
  }

  #range(node: Branch, dot: Placed): void {
    this.#scoped(() => {
      const made = this.#pipelines.value(node.pipe, dot);
      if (made.value instanceof Unknown) return this.#execution.emit(unknownBlock(made.value.reason), false);
      const items = this.#items(made, node);
      if (items.length === 0) return this.nodes(node.otherwise ?? [], dot);
      const mark = this.#scope.mark;
      for (const [index, item] of items) {
        try {
          this.#assign(node, index, item);
          this.nodes(node.body, item);
        } catch (error) {
          if (error instanceof Break) break;
          if (!(error instanceof Continue)) throw error;
        } finally {
          this.#scope.end(mark);
        }
      }
    });
  }

  #assign({ pipe: { variables, assigns } }: Branch, index: Value, item: Placed): void {
    const [first, second] = variables;
    if (first === undefined) return;
    const key = { value: index };
    if (!assigns) {
      this.#scope.setTop(1, item);
      if (second !== undefined) this.#scope.setTop(2, key);
      return;
    }
    this.#scope.set(first, second === undefined ? item : key);
    if (second !== undefined) this.#scope.set(second, item);
  }

  #items(made: Placed, { pipe }: Branch): readonly (readonly [Value, Placed])[] {
    const { value } = made;
    if (isNil(value)) return [];
    if (isList(value)) {
      const path = this.#execution.origins.get(value) ?? made.path;
      return value.map((item, at) => [new Int(at), placed(item, path, String(at))]);
    }
    const entries = isDict(value) ? value : isObject(value) ? value.entries : undefined;
    if (entries !== undefined) {
      const path = isDict(value) ? this.#execution.origins.get(value) : undefined;
      return sortedKeys(entries).map((key) => [key, placed(entries.get(key), path, key)]);
    }
    if (value instanceof Int) {
      if (value.value > 1_000_000n)
        throw new TemplateError('range over too large a number', this.#template, pipe.start);
      return Array.from({ length: Math.max(Number(value.value), 0) }, (_, at) => [
        new Int(at, value.type),
        { value: new Int(at, value.type) },
      ]);
    }
    throw new TemplateError(
      `range can't iterate over ${isText(value) ? String(value).slice(0, 40) : typeOf(value)}`,
      this.#template,
      pipe.start,
    );
  }
}

function placed(item: Value, path: readonly string[] | undefined, key: string): Placed {
  const value = item === undefined ? null : item;
  return path === undefined ? { value } : { value, path: [...path, key] };
}
