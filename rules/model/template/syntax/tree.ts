/** The tree of a template, as text/template/parse/node.go has it: what is executed, and each node's stretch of the text. */
import type { Span } from '../../../text/source.ts';
import type { Problem } from './lexer.ts';

/** What a command calls, says or hands over, in UTF-16 offsets of the template. */
export type Operand =
  | ({ readonly kind: 'function'; readonly name: string } & Span)
  /** Fields of dot; dot itself has none. */
  | ({ readonly kind: 'field'; readonly names: readonly string[] } & Span)
  | ({ readonly kind: 'variable'; readonly name: string; readonly names: readonly string[] } & Span)
  | ({ readonly kind: 'chain'; readonly of: Operand; readonly names: readonly string[] } & Span)
  | ({ readonly kind: 'literal'; readonly text: string; readonly of: 'string' | 'number' | 'char' | 'bool' } & Span)
  | ({ readonly kind: 'nil' } & Span)
  | ({ readonly kind: 'pipe'; readonly pipe: Pipe } & Span);

/** A call with its arguments, or a value alone. */
export interface Command extends Span {
  /** The first is what is called or said. */
  readonly args: readonly [Operand, ...Operand[]];
}

/** Commands of which each is handed what the one before it answers, and the variables that are given the last answer. */
export interface Pipe extends Span {
  readonly variables: readonly string[];
  /** `=`: the variables exist already. */
  readonly assigns: boolean;
  readonly commands: readonly Command[];
}

/** A part of a template, in UTF-16 offsets. */
export type Node =
  | ({ readonly kind: 'text'; readonly text: string } & Span)
  | ({ readonly kind: 'print'; readonly pipe: Pipe } & Span)
  | Branch
  | ({ readonly kind: 'template'; readonly name: string; readonly pipe: Pipe | undefined } & Span)
  | ({ readonly kind: 'break' | 'continue' } & Span);

/** The span is that of the action which opens it. */
export interface Branch extends Span {
  readonly kind: 'if' | 'with' | 'range';
  readonly pipe: Pipe;
  readonly body: readonly Node[];
  readonly otherwise: readonly Node[] | undefined;
}

/** What one text defines: itself, and templates by name. */
export interface Tree {
  readonly root: readonly Node[];
  readonly defines: ReadonlyMap<string, readonly Node[]>;
  /** In order; Go stops at the first, and so does what renders. */
  readonly problems: readonly Problem[];
}
