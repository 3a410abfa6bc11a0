/**
 * Reads any YAML with the `yaml` package. The only file that imports it; carries every guard that it needs: unclosed flow
 * collections overflow its parser's stack, its unique-key check and its alias resolution are quadratic.
 */
import * as Yaml from 'yaml';
import { overlaps } from '../text/source.ts';
import { HiddenLines } from './hidden-lines.ts';
import { joinLooseQuotes } from './loose-quotes.ts';
import { keyText } from './scalar.ts';
import type { Masked } from './template.ts';
import {
  aliasBudget,
  problemLimit,
  type YamlAlias,
  type YamlDocument,
  type YamlMap,
  type YamlNode,
  type YamlPair,
  type YamlProblem,
  type YamlScalar,
  type YamlSequence,
} from './tree.ts';

const options = {
  // Scalars are read by our own table, so resolving them here would be work done twice.
  schema: 'failsafe',
  uniqueKeys: false,
  prettyErrors: false,
  strict: true,
  logLevel: 'silent',
  keepSourceTokens: false,
} as const;

/** Depth below which nodes are not converted: deeper text is no manifest, and recursion stays bounded. */
const depthLimit = 200;

/**
 * @param text one document: what lies between two `---` lines, the first of them included.
 * @param masked the same text with its template actions hidden, if it has any.
 * @param budget nodes that aliases may stand for; those past it lead nowhere, and a problem says so.
 */
export function readFully(text: string, masked: Masked | undefined, budget = aliasBudget): YamlDocument {
  const source = masked?.text ?? text;
  let parsed: Yaml.Document.Parsed | undefined;
  let joined: readonly number[] = [];
  try {
    parsed = parse(source);
    const loose = parsed?.errors.some(isOpenQuote) === true ? joinLooseQuotes(source) : undefined;
    const again = loose === undefined ? undefined : parse(loose.text);
    if (loose !== undefined && again?.errors.length === 0) [parsed, joined] = [again, loose.joined];
  } catch {
    return empty(text, [
      {
        start: 0,
        end: Math.min(1, text.length),
        message: 'This document cannot be read: a bracket or brace is never closed.',
      },
    ]);
  }
  if (parsed === undefined) return empty(text, []);
  const builder = new TreeBuilder(text, masked, budget, joined);
  const root = builder.node(parsed.contents as Yaml.ParsedNode | null, 0);
  const problems: YamlProblem[] = builder.problems.slice(0, problemLimit);
  for (const error of parsed.errors) {
    if (problems.length === problemLimit) break;
    const start = Math.min(error.pos[0], text.length);
    problems.push({ start, end: Math.max(start, Math.min(error.pos[1], text.length)), message: sentence(error) });
  }
  const first =
    /^\uFEFF?\s*[{[]/.test(text) && root !== null && (root.kind === 'map' || root.kind === 'sequence') && root.flow;
  const { shared, reached, cut } = builder;
  const spent = { ...(reached === 0 ? {} : { reached }), ...(cut === undefined ? {} : { cut }) };
  return { text, root, problems, shared, json: first, ...spent };
}

/** A slice holds one document; text after a `...` line is another one, which Kubernetes' reader drops. */
function parse(source: string): Yaml.Document.Parsed | undefined {
  const documents = Yaml.parseAllDocuments(source, options);
  return Array.isArray(documents) ? documents[0] : undefined;
}

const isOpenQuote = ({ message }: Yaml.YAMLParseError): boolean => /^Missing closing ['"]quote/.test(message);

function empty(text: string, problems: readonly YamlProblem[]): YamlDocument {
  return { text, root: null, problems, shared: new Set(), json: false };
}

function sentence(error: Yaml.YAMLParseError): string {
  // The package reports what it threw itself, an exhausted stack among it.
  if (/call stack/.test(error.message)) return 'Collections are nested too deeply here.';
  const firstLine = error.message.split('\n')[0] ?? '';
  return firstLine.endsWith('.') ? firstLine : `${firstLine}.`;
}

class TreeBuilder {
  readonly shared = new Set<YamlNode>();
  readonly problems: YamlProblem[] = [];
  /** Nodes that aliases stand for, with all that is below them. */
  reached = 0;
  readonly #text: string;
  readonly #masked: Masked | undefined;
  readonly #hidden: HiddenLines | undefined;
  /** Anchors seen so far, in document order: an alias means the last one before it. */
  readonly #anchors = new Map<string, YamlNode>();
  readonly #budget: number;
  /** Nodes so far, each alias counted as what it stands for. */
  #size = 0;
  /** Sizes of anchored nodes that were read to their end. */
  readonly #sizes = new Map<YamlNode, number>();
  /** What a merge key names: its keys are there once, however often it is named. */
  #merged: Set<YamlNode> | undefined;
  cut: YamlProblem | undefined;

  /** Where line breaks of quoted texts were read as spaces, in order. */
  readonly #joined: readonly number[];

  constructor(text: string, masked: Masked | undefined, budget: number, joined: readonly number[]) {
    this.#joined = joined;
    this.#text = text;
    this.#masked = masked;
    this.#hidden = masked === undefined || masked.lines.length === 0 ? undefined : new HiddenLines(text, masked.lines);
    this.#budget = budget;
  }

  node(from: Yaml.ParsedNode | null | undefined, depth: number): YamlNode | null {
    if (from === null || from === undefined || depth > depthLimit) return null;
    if (Yaml.isAlias(from)) return this.#alias(from as Yaml.Alias.Parsed);
    if (Yaml.isScalar(from)) return this.#scalar(from as Yaml.Scalar.Parsed);
    if (Yaml.isMap(from)) return this.#map(from as unknown as Yaml.YAMLMap.Parsed, depth);
    if (Yaml.isSeq(from)) return this.#sequence(from as unknown as Yaml.YAMLSeq.Parsed, depth);
    return null;
  }

  #alias(from: Yaml.Alias.Parsed): YamlAlias {
    const [start, end] = from.range;
    const alias = { kind: 'alias', start, end, name: from.source } as const;
    const target = this.#anchors.get(from.source);
    this.#size++;
    if (target === undefined) return { ...alias, target };
    this.shared.add(target);
    const size = this.#sizes.get(target);
    if (size === undefined) {
      this.problems.push({ start, end, message: `The value of anchor ${from.source} contains itself.` });
      return { ...alias, target: undefined };
    }
    if (this.#merged?.has(target) !== true) {
      if (this.reached + size > this.#budget) return { ...alias, target: this.#spent(start, end) };
      this.#merged?.add(target);
      this.reached += size;
      this.#size += size;
    }
    return { ...alias, target };
  }

  /** The first alias past the budget says that it is spent. */
  #spent(start: number, end: number): undefined {
    if (this.cut !== undefined) return;
    this.cut = {
      start,
      end,
      message: `The aliases of this file stand for more than ${aliasBudget.toLocaleString('en')} nodes: from here on, what they stand for is not checked.`,
    };
    this.problems.push(this.cut);
  }

  #scalar(from: Yaml.Scalar.Parsed): YamlNode | null {
    const [start, end] = from.range;
    // Nothing is written: `key:` alone. An empty plain scalar with an anchor or tag keeps its place.
    if (start === end && from.anchor === undefined && from.tag === undefined && from.type === 'PLAIN') return null;
    const templated = this.#masked !== undefined && overlaps(this.#masked.inline, start, end);
    const style = scalarStyle(from.type);
    const node: YamlScalar = {
      kind: 'scalar',
      start,
      end: style === 'block' ? trimEnd(this.#text, start, end) : end,
      style,
      text: templated ? this.#text.slice(start, end) : this.#folded(String(from.value ?? ''), start, end),
      ...marks(from),
      ...(templated ? { templated } : {}),
    };
    const before = this.#size++;
    return this.#measured(this.#anchored(node), before);
  }

  /** What a text that was joined for the package holds by itself: alone, its lines may stand anywhere. */
  #folded(value: string, start: number, end: number): string {
    let [low, high] = [0, this.#joined.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#joined[middle] as number) < start) low = middle + 1;
      else high = middle;
    }
    if ((this.#joined[low] ?? end) >= end) return value;
    const alone = parse(this.#text.slice(start, end))?.contents;
    return Yaml.isScalar(alone) ? String(alone.value ?? '') : value;
  }

  #map(from: Yaml.YAMLMap.Parsed, depth: number): YamlMap {
    const pairs: YamlPair[] = [];
    const span = { start: from.range[0], end: from.range[1] };
    const node: YamlMap = {
      kind: 'map',
      ...span,
      flow: from.flow === true,
      pairs,
      ...marks(from),
      ...this.#hidden?.partial(span, from.flow === true),
    };
    this.#anchored(node);
    const before = this.#size++;
    for (const [i, pair] of from.items.entries()) {
      const key = this.node(pair.key as Yaml.ParsedNode, depth + 1);
      if (key?.kind === 'scalar' && key.text === '<<') this.#merged = new Set();
      const next = from.items[i + 1]?.key as Yaml.ParsedNode | undefined;
      const value =
        this.node(pair.value as Yaml.ParsedNode | null, depth + 1) ??
        this.#hidden?.valueOf(key, span, next?.range[0]) ??
        null;
      this.#merged = undefined;
      // JSON, which every manifest becomes, has no such keys.
      if (key === null || key.kind === 'map' || key.kind === 'sequence') {
        const at = key ?? value ?? node;
        this.problems.push({
          start: at.start,
          end: Math.min(at.end, at.start + 1),
          // A dash that stands further left than its list begins a key, as the parser reads it.
          message:
            key?.kind === 'sequence' && !key.flow
              ? 'A list stands where a key belongs: check the indentation.'
              : 'A key has to be a text.',
        });
        continue;
      }
      const named = key.kind === 'alias' ? key.target : key;
      const name = named?.kind === 'scalar' && !named.templated ? keyText(named) : undefined;
      pairs.push({ key, name, value });
    }
    return this.#measured(node, before);
  }

  #sequence(from: Yaml.YAMLSeq.Parsed, depth: number): YamlSequence {
    const items: (YamlNode | null)[] = [];
    const span = { start: from.range[0], end: from.range[1] };
    const node: YamlSequence = {
      kind: 'sequence',
      ...span,
      flow: from.flow === true,
      items,
      ...marks(from),
      ...this.#hidden?.partial(span, from.flow === true),
    };
    this.#anchored(node);
    const before = this.#size++;
    for (const item of from.items) items.push(this.node(item as Yaml.ParsedNode | null, depth + 1));
    return this.#measured(node, before);
  }

  #anchored<N extends YamlNode>(node: N): N {
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    return node;
  }

  /** @param before the size when the node began. */
  #measured<N extends YamlNode>(node: N, before: number): N {
    if (node.anchor !== undefined) this.#sizes.set(node, this.#size - before);
    return node;
  }
}

function marks(from: { anchor?: string; tag?: string }): { anchor?: string; tag?: string } {
  const marked: { anchor?: string; tag?: string } = {};
  if (from.anchor !== undefined) marked.anchor = from.anchor;
  if (from.tag !== undefined) marked.tag = from.tag.replace('tag:yaml.org,2002:', '!!');
  return marked;
}

function scalarStyle(type: Yaml.Scalar.Type | undefined): YamlScalar['style'] {
  switch (type) {
    case 'QUOTE_DOUBLE':
      return 'double';
    case 'QUOTE_SINGLE':
      return 'single';
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return 'block';
    default:
      return 'plain';
  }
}

/** The end of a block scalar without the line break that follows it. */
function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text[at - 1] === '\n' || text[at - 1] === '\r')) at--;
  return at;
}
