/**
 * Our own compact syntax tree of one YAML document. Every view and edit stands on it; the two readers behind
 * `parse.ts` fill it. Offsets count UTF-16 units from the start of the document's slice, not of the file.
 * Knows nothing of Kubernetes.
 */
import type { Span } from '../text/source.ts';

export type ScalarStyle = 'plain' | 'single' | 'double' | 'block';

interface NodeBase extends Span {
  /** Name of the anchor (`&name`) on this node. */
  readonly anchor?: string;
  /** Tag as written, such as `!!str`. */
  readonly tag?: string;
}

export interface YamlScalar extends NodeBase {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  /** The text after unquoting and folding; for plain scalars as written. */
  readonly text: string;
  /** Holds an unquoted template action: its value is unknown. */
  readonly templated?: true;
}

export interface YamlPair {
  readonly key: YamlNode;
  /** Key text when it is a scalar, or an alias of one. */
  readonly name: string | undefined;
  /** Null when nothing is written after the colon. */
  readonly value: YamlNode | null;
}

export interface YamlMap extends NodeBase {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly pairs: readonly YamlPair[];
  /** A template action inside was taken out: more keys may exist than are seen. */
  readonly partial?: true;
}

export interface YamlSequence extends NodeBase {
  readonly kind: 'sequence';
  readonly flow: boolean;
  readonly items: readonly (YamlNode | null)[];
  readonly partial?: true;
}

export interface YamlAlias extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
  /** The anchored node that precedes it; undefined when there is none. */
  readonly target: YamlNode | undefined;
}

export type YamlNode = YamlScalar | YamlMap | YamlSequence | YamlAlias;

export interface YamlProblem extends Span {
  readonly message: string;
}

export interface YamlDocument {
  /** The slice of the file this tree was read from. */
  readonly text: string;
  readonly root: YamlNode | null;
  /** Syntax errors, at most `problemLimit` of them, in order. */
  readonly problems: readonly YamlProblem[];
  /** Anchored nodes that at least one alias points to: editing below them changes every user. */
  readonly shared: ReadonlySet<YamlNode>;
  /** JSON text: inserted keys and strings are quoted. */
  readonly json: boolean;
  /** Nodes that its aliases stand for; left out when there are none. */
  readonly reached?: number;
  /** The first alias past the budget; also among the problems. */
  readonly cut?: YamlProblem;
}

export const problemLimit = 20;

/** Nodes that the aliases of one file may stand for: 13 KB of them could say more than any cluster holds. */
export const aliasBudget = 20_000;
