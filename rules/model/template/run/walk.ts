/** Walks the nodes of one template (text/template/exec.go, `walk`). What they write goes to a stage. Must not know how templates are found. */
import type { Running } from '../functions/function.ts';
import type { Branch, Node } from '../syntax/tree.ts';
import { GoError, TemplateError } from '../value/errors.ts';
import { printed } from '../value/print.ts';
import { Text, unknownBlock, unknownText } from '../value/text.ts';
import {
  Int,
  isDict,
  isList,
  isNil,
  isObject,
  isText,
  isTrue,
  PartialDict,
  sortedKeys,
  typeOf,
  Unknown,
  unknownIn,
  type Value,
} from '../value/value.ts';
import { Pipelines } from './pipelines.ts';
import type { Placed, Scope } from './scope.ts';

/** Thrown by `break`, and caught by the `range` around it. */
export class Break extends Error {}

/** Thrown by `continue`, and caught by the `range` around it. */
export class Continue extends Error {}
const stops = { break: new Break(), continue: new Continue() };

/** Where templates are executed. */
export interface Stage extends Running {
  /** What is executed now. */
  at(template: string, start: number, end: number): void;
  emit(text: string, literal: boolean, placed?: Placed): void;
  emitText(text: Text): void;
  /** Executes another template here. @throws GoError where there is no such template. */
  call(name: string, data: Placed): void;
  /** Executes two ways of which nobody knows which is taken. */
  either(reason: string, scope: Scope, ways: readonly [() => void, () => void]): void;
}

/** One template with its variables. */
export class Walk {
  readonly #stage: Stage;
  readonly #template: string;
  readonly #scope: Scope;
  readonly #pipelines: Pipelines;

  constructor(stage: Stage, template: string, scope: Scope) {
    this.#stage = stage;
    this.#template = template;
    this.#scope = scope;
    this.#pipelines = new Pipelines(stage, template, scope);
  }

  nodes(nodes: readonly Node[], dot: Placed): void {
    for (const node of nodes) this.#node(node, dot);
  }

  #node(node: Node, dot: Placed): void {
    const stage = this.#stage;
    stage.spend(1);
    stage.at(this.#template, node.start, node.end);
    switch (node.kind) {
      case 'text':
        stage.emit(node.text, true);
        return;
      case 'print': {
        const made = this.#pipelines.value(node.pipe, dot);
        stage.at(this.#template, node.start, node.end);
        if (node.pipe.variables.length === 0) this.#print(made);
        return;
      }
      case 'if':
      case 'with':
        this.#branch(node, dot);
        return;
      case 'range':
        this.#range(node, dot);
        return;
      case 'template': {
        const data = node.pipe === undefined ? { value: undefined } : this.#pipelines.value(node.pipe, dot);
        try {
          stage.call(node.name, data);
          return;
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
    if (value instanceof Text) this.#stage.emitText(value);
    else if (value instanceof Unknown) this.#stage.emit(unknownText(value.reason), false, made);
    else this.#stage.emit(isNil(value) ? '<no value>' : printed(value), false, made);
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
      if (reason !== undefined) this.#stage.either(reason, this.#scope, ways);
      else ways[isTrue(made.value) ? 0 : 1]?.();
    });
  }

  #range(node: Branch, dot: Placed): void {
    this.#scoped(() => {
      const made = this.#pipelines.value(node.pipe, dot);
      if (made.value instanceof Unknown || made.value instanceof PartialDict)
        return this.#stage.emit(unknownBlock(made.value.reason), false);
      const items = this.#items(made, node);
      if (items.length === 0) return this.nodes(node.otherwise ?? [], dot);
      // A list costs what it took to make it, and each turn more.
      this.#stage.spend(items.length);
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
      const path = this.#stage.origins.get(value) ?? made.path;
      return value.map((item, at) => [new Int(at), placed(item, path, String(at))]);
    }
    const entries = isDict(value) ? value : isObject(value) ? value.entries : undefined;
    if (entries !== undefined) {
      const path = isDict(value) ? this.#stage.origins.get(value) : undefined;
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
