/**
 * Executes templates (text/template/exec.go, `walk`) as Helm has them: `include`, `tpl`, what is unknown. What comes out is text in pieces. Must not
 * know charts.
 */
import type { Origins } from '../functions/function.ts';
import { parse } from '../syntax/parser.ts';
import type { Node } from '../syntax/tree.ts';
import { GoError, TemplateError } from '../value/errors.ts';
import { type Piece, Text, unknownBlock } from '../value/text.ts';
import { type Dict, isDict, type Value } from '../value/value.ts';
import type { Budget } from './budget.ts';
import { bothTexts } from './either.ts';
import { type Placed, Scope } from './scope.ts';
import { Break, Continue, type Stage, Walk } from './walk.ts';

/** A template: its nodes, and the name of the text that these are in. */
export interface Definition {
  readonly nodes: readonly Node[];
  readonly text: string;
}

/** Templates by the names of their `define`. */
export type Definitions = ReadonlyMap<string, Definition>;

/** Times that a template may be within itself (engine.go, `recursionMaxNums`). */
const mostWithin = 1000;

/** Where the text of a `tpl` stands: the action that calls it, and the path of the value that it is. */
interface Outer {
  readonly template: string;
  readonly start: number;
  readonly end: number;
  readonly path: readonly string[] | undefined;
}

/** How far an execution goes where the chart alone does not say. */
export interface Manner {
  /** The cluster holds nothing yet. */
  readonly emptyCluster?: boolean | undefined;
  /** What the chart does not hold, and values that it asks for, are unknown instead of errors. */
  readonly lenient?: boolean | undefined;
}

/** What a template that the chart does not hold would write: any lines. */
const unknownTemplate = (name: string): Text =>
  new Text([{ text: unknownBlock(`the template ${name}`), template: '', start: 0, end: 0, literal: false }]);

/** Executes the templates of one chart: holds what they share, such as the bounds and the names. */
export class Execution implements Stage {
  readonly origins: Origins;
  readonly emptyCluster: boolean;
  readonly lenient: boolean;
  doubt: string | undefined;
  /** Names of the templates that were executed or asked for. */
  readonly uses = new Set<string>();
  /** A map of the chart's values, or the dot of a template, is not what it was. */
  hasChangedValues = false;
  readonly #dots = new WeakSet<object>();
  readonly #budget: Budget;
  readonly #within = new Map<string, number>();
  #definitions: Definitions;
  #out: Piece[] = [];
  #outer: Outer | undefined;
  /** The action that is executed. */
  #place = { template: '', start: 0, end: 0 };

  constructor(
    definitions: Definitions,
    budget: Budget,
    origins: Origins,
    { emptyCluster = false, lenient = false }: Manner = {},
  ) {
    this.emptyCluster = emptyCluster;
    this.lenient = lenient;
    this.#definitions = definitions;
    this.#budget = budget;
    this.origins = origins;
  }

  spend(steps: number): void {
    this.#budget.spend(steps);
  }

  /** Executes a template. @throws TemplateError, LimitError */
  run(name: string, data: Value): Text {
    if (this.uses.size === 0 && isDict(data)) this.#dots.add(data);
    const definition = this.#asked(name);
    if (definition === undefined) {
      if (this.lenient) return unknownTemplate(name);
      throw new GoError(`no template "${name}" associated with template "gotpl"`);
    }
    return this.#captured(() => this.#template(definition, { value: data }));
  }

  #asked(name: string): Definition | undefined {
    this.uses.add(name);
    return this.#definitions.get(name);
  }

  /** What a template is now; the same as long as its text is. */
  nodesOf(name: string): Definition['nodes'] | undefined {
    return this.#definitions.get(name)?.nodes;
  }

  changed(dict: Dict): void {
    this.hasChangedValues ||= this.origins.has(dict) || this.#dots.has(dict);
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
    const definition = this.#asked(name);
    if (definition !== undefined) this.#template(definition, data);
    else if (this.lenient) this.emitText(unknownTemplate(name));
    else throw new GoError(`template "${name}" not defined`);
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
