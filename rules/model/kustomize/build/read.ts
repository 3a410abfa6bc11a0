/** YAML files as nodes, aliases and merge keys resolved; every node knows where it is written. */

import { parseWithoutTemplates } from '../../../yaml/parse.ts';
import { valueOf } from '../../../yaml/scalar.ts';
import { slices } from '../../../yaml/stream.ts';
import type { YamlMap, YamlNode, YamlScalar } from '../../../yaml/tree.ts';
import { KustomizeError, UnknownError } from './errors.ts';
import { listNode, type MapNode, mapNode, type Node, type Origin, resolved, textNode } from './node.ts';

/** Nodes of one file, aliases followed. */
const mostNodes = 200_000;

/** How plain words such as `yes` are read: kustomizations and JSON patches go through another reader than objects. */
export type Words = 'texts' | 'booleans';

/** @param path of the file, for origins and messages. @returns its documents, without empty ones. @throws KustomizeError for what is no YAML. */
export function readNodes(text: string, path: string, words: Words = 'texts'): readonly Node[] {
  const found: Node[] = [];
  let left = mostNodes;
  for (const { offset, slice } of slices(text.replace(/^\uFEFF/, ' '))) {
    const document = parseWithoutTemplates(slice);
    const [problem] = document.problems;
    if (problem !== undefined) throw new KustomizeError(`malformed YAML in ${path}: ${problem.message}`);
    if (document.root === null) continue;
    const count = (): void => {
      if (--left < 0) throw new UnknownError(`${path} is too large`);
    };
    found.push(new Reader(path, { offset, text: slice }, words, count).read(document.root));
  }
  return found;
}

class Reader {
  readonly #path: string;
  readonly #slice: { readonly offset: number; readonly text: string };
  readonly #words: Words;
  readonly #count: () => void;

  constructor(
    path: string,
    slice: { readonly offset: number; readonly text: string },
    words: Words,
    count: () => void,
  ) {
    this.#path = path;
    this.#slice = slice;
    this.#words = words;
    this.#count = count;
  }

  read(node: YamlNode | null): Node {
    this.#count();
    if (node === null) return { kind: 'scalar', text: '', value: null, origin: undefined };
    switch (node.kind) {
      case 'alias':
        if (node.target === undefined) throw new KustomizeError(`unknown anchor ${node.name} in ${this.#path}`);
        return this.read(node.target);
      case 'scalar':
        return this.#scalar(node);
      case 'sequence':
        return listNode(
          node.items.map((item) => this.read(item)),
          this.#origin(node),
        );
      case 'map':
        return this.#map(node);
    }
  }

  #origin(node: YamlNode): Origin {
    return { path: this.#path, start: this.#slice.offset + node.start, end: this.#slice.offset + node.end };
  }

  #scalar(node: YamlScalar): Node {
    const origin = this.#origin(node);
    const isPlain = node.style === 'plain' && node.tag === undefined;
    if (isPlain && this.#words === 'texts')
      return { kind: 'scalar', text: node.text, value: resolved(node.text), origin };
    if (node.style === 'block') return textNode(this.#blockText(node), origin);
    return { ...textNode(node.text, origin), value: valueOf(node) };
  }

  /** A block at the end of a file that ends without a line feed has none either (libyaml). */
  #blockText({ text, end }: YamlScalar): string {
    const { text: all } = this.#slice;
    return end >= all.length && !all.endsWith('\n') && text.endsWith('\n') ? text.slice(0, -1) : text;
  }

  #map(node: YamlMap): MapNode {
    const map = mapNode(this.#origin(node));
    const merged: Node[] = [];
    for (const { key, name, value } of node.pairs) {
      if (name === undefined) throw new KustomizeError(`a key in ${this.#path} is no text`);
      const text = key.kind === 'scalar' && this.#words === 'texts' ? key.text : name;
      const isMerge = name === '<<' && key.kind === 'scalar' && key.style === 'plain';
      if (!isMerge) map.entries.set(text, this.read(value));
      else {
        const from = this.read(value);
        merged.push(...(from.kind === 'list' ? from.items : [from]));
      }
    }
    for (const from of merged)
      if (from.kind === 'map')
        for (const [key, value] of from.entries) if (!map.entries.has(key)) map.entries.set(key, value);
    return map;
  }
}
