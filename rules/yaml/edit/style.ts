/**
 * How the surroundings of a place write things: how far they indent, where dashes stand, which keys are quoted, what stands between brackets. The nearest
 * neighbour decides, then what is around it, then the document. Read-only.
 */
import { lineStart } from '../../text/source.ts';
import { afterColon, columnOf } from '../layout.ts';
import type { FlowStyle, Quotes, Style } from '../render.ts';
import type { YamlDocument, YamlMap, YamlNode, YamlPair, YamlSequence } from '../tree.ts';

type Collection = YamlMap | YamlSequence;
type Answers = Map<Collection | undefined, unknown>;

/** Deep enough to find a map and a list in any manifest. */
const searchDepth = 12;

/** @param around the collections a place lies in, outermost first; what is written goes into the last one. */
export class Surroundings {
  readonly #document: YamlDocument;
  readonly #text: string;
  readonly #answers = new Map<string, Answers>();
  #whole: Collection[] | undefined;

  constructor(document: YamlDocument) {
    this.#document = document;
    this.#text = document.text;
  }

  /** The style of block text below the innermost of `around`. */
  block(around: readonly Collection[]): Style {
    const map = around.findLast((node): node is YamlMap => node.kind === 'map' && !node.flow);
    const step = this.#nearest(around, 'step', (node) => (node.kind === 'map' ? this.#step(node) : undefined));
    const dash = this.#nearest(around, 'dash', (node) => (node.kind === 'map' ? this.#dash(node) : undefined));
    const gap = this.#nearest(around, 'gap', (node) => this.#gap(node));
    return {
      step: step ?? 2,
      dash: dash ?? step ?? 2,
      gap: gap ?? 2,
      json: this.#document.json,
      keys: this.#keys(map),
      flowLists: map !== undefined && this.#asked('flow lists', map, () => listsInFlow(map)) === true,
      flow: this.flow(around),
    };
  }

  /** The style of what stands between brackets in the innermost of `around`. */
  flow(around: readonly Collection[]): FlowStyle {
    const found = <T>(question: string, of: (node: Collection) => T | undefined): T | undefined =>
      this.#nearest(around, question, (node) => (node.flow && sizeOf(node) > 0 ? of(node) : undefined));
    const json = this.#document.json;
    const compact = json && !this.#text.includes('\n') && !/[{,:] /.test(this.#text.slice(0, 200));
    const nearestMap = around.findLast((node): node is YamlMap => node.kind === 'map' && node.flow && sizeOf(node) > 0);
    const keys: Quotes = json ? 'double' : this.#keys(nearestMap);
    return {
      mapPad:
        found('map pad', (node) => (node.kind === 'map' ? this.#pad(node) : undefined)) ??
        (json && !compact ? ' ' : ''),
      listPad: found('list pad', (node) => (node.kind === 'sequence' ? this.#pad(node) : undefined)) ?? '',
      colon: json ? (found('colon', (node) => this.#colon(node)) ?? (compact ? ':' : ': ')) : ': ',
      comma: found('comma', (node) => this.#comma(node)) ?? (compact ? ',' : ', '),
      keys,
      strings: keys === 'double' ? 'double' : 'none',
    };
  }

  /** One step of indentation of a multi-line flow collection, as it is written: tabs stay tabs. */
  unit(around: readonly Collection[]): string {
    const found = this.#nearest(around, 'unit', (node) => {
      const [first] = firstEntries(node);
      if (!node.flow || first === undefined) return undefined;
      const [outer, inner] = [indentationOf(this.#text, node.start), indentationOf(this.#text, first.start)];
      return inner.length > outer.length && inner.startsWith(outer) ? inner.slice(outer.length) : undefined;
    });
    return found ?? '  ';
  }

  /** The answer of the innermost collection that has one, else of the first one in the document. */
  #nearest<T>(around: readonly Collection[], question: string, of: (node: Collection) => T | undefined): T | undefined {
    for (const node of around.toReversed()) {
      const found = this.#asked(question, node, of);
      if (found !== undefined) return found;
    }
    return this.#asked(question, undefined, () => {
      this.#whole ??= collectionsOf(this.#document.root);
      for (const node of this.#whole) {
        const found = of(node);
        if (found !== undefined) return found;
      }
      return undefined;
    });
  }

  /** Each question is put to a collection once, since many places lie in it. @param node undefined: the whole document. */
  #asked<T, N extends Collection | undefined>(question: string, node: N, of: (node: N) => T): T {
    const answers: Answers = this.#answers.get(question) ?? new Map();
    this.#answers.set(question, answers);
    if (answers.has(node)) return answers.get(node) as T;
    const answer = of(node);
    answers.set(node, answer);
    return answer;
  }

  #keys(map: YamlMap | undefined): Quotes {
    return map === undefined ? 'none' : this.#asked('keys', map, () => keyQuotes(map));
  }

  #step(map: YamlMap): number | undefined {
    for (const { key, value } of map.pairs) {
      const first = value?.kind === 'map' && !value.flow ? value.pairs[0] : undefined;
      if (first === undefined) continue;
      const step = columnOf(this.#text, first.key.start) - columnOf(this.#text, key.start);
      if (step > 0) return step;
    }
    return undefined;
  }

  #dash(map: YamlMap): number | undefined {
    if (map.flow) return undefined;
    for (const { key, value } of map.pairs) {
      if (value?.kind !== 'sequence' || value.flow) continue;
      const dash = columnOf(this.#text, value.start) - columnOf(this.#text, key.start);
      if (dash >= 0) return dash;
    }
    return undefined;
  }

  /** From a dash to what follows it. */
  #gap(list: Collection): number | undefined {
    const first = list.kind === 'sequence' && !list.flow ? list.items[0] : undefined;
    if (first === undefined || first === null) return undefined;
    const begin = first.kind === 'map' && !first.flow ? (first.pairs[0]?.key.start ?? first.start) : first.start;
    const between = this.#text.slice(list.start + 1, begin);
    return /^ +$/.test(between) ? between.length + 1 : undefined;
  }

  #pad(node: Collection): string | undefined {
    const [first] = firstEntries(node);
    if (first === undefined) return undefined;
    const pad = this.#text.slice(node.start + 1, first.start);
    return /^ *$/.test(pad) ? (pad === '' ? '' : ' ') : undefined;
  }

  #colon(node: Collection): string | undefined {
    const pair = node.kind === 'map' ? node.pairs.find(({ value }) => value !== null) : undefined;
    if (pair === undefined) return undefined;
    return this.#text[afterColon(this.#text, pair)] === ' ' ? ': ' : ':';
  }

  #comma(node: Collection): string | undefined {
    const [first, second] = firstEntries(node);
    if (first === undefined || second === undefined) return undefined;
    const between = this.#text.slice(first.end, second.start);
    if (/^[ ]*,[ ]*$/.test(between)) return between.trimEnd() === between ? ',' : ', ';
    return undefined;
  }
}

/** What a line begins with, up to its first character. */
export function indentationOf(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

/** The first two entries of a collection, each from the start of the key or item to the end of the value. */
function firstEntries(node: Collection): readonly { readonly start: number; readonly end: number }[] {
  if (node.kind === 'map')
    return node.pairs.slice(0, 2).map(({ key, value }) => ({ start: key.start, end: value?.end ?? key.end }));
  const found: YamlNode[] = [];
  for (const item of node.items) {
    if (item !== null) found.push(item);
    if (found.length === 2) break;
  }
  return found;
}

const sizeOf = (node: Collection): number => (node.kind === 'map' ? node.pairs.length : node.items.length);

/** The quotes that all keys of a map have. */
function keyQuotes(map: YamlMap): Quotes {
  const styles = new Set(map.pairs.map(({ key }) => (key.kind === 'scalar' ? key.style : 'plain')));
  const [style] = styles;
  return styles.size === 1 && (style === 'double' || style === 'single') ? style : 'none';
}

const isFlowListOfScalars = ({ value }: YamlPair): boolean =>
  value?.kind === 'sequence' &&
  value.flow &&
  value.items.length > 0 &&
  value.items.every((item) => item?.kind === 'scalar');

const listsInFlow = ({ pairs }: YamlMap): boolean => pairs.some(isFlowListOfScalars) && !pairs.some(isBlockList);

const isBlockList = ({ value }: YamlPair): boolean => value?.kind === 'sequence' && !value.flow;

/** All collections of a tree down to a depth, in the order of the text. */
function collectionsOf(root: YamlNode | null): Collection[] {
  const found: Collection[] = [];
  const visit = (node: YamlNode | null, depth: number): void => {
    if (node === null || node.kind === 'scalar' || node.kind === 'alias' || depth > searchDepth) return;
    found.push(node);
    if (node.kind === 'map') for (const { value } of node.pairs) visit(value, depth + 1);
    else for (const item of node.items) visit(item, depth + 1);
  };
  visit(root, 0);
  return found;
}

/** The quotes of a scalar that is there. */
export function quotesOf(node: YamlNode): Quotes {
  return node.kind === 'scalar' && (node.style === 'single' || node.style === 'double') ? node.style : 'none';
}
