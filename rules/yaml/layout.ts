/**
 * Where things stand in a document's text: columns, indentation style, the real end of a node. Read-only; edits are built on it.
 */
import { lineStart } from '../text/source.ts';
import type { Style } from './render.ts';
import type { YamlDocument, YamlMap, YamlNode, YamlPair, YamlSequence } from './tree.ts';

export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Offset just after the colon of a pair. */
export function afterColon(text: string, pair: YamlPair): number {
  const at = text.indexOf(':', pair.key.end);
  return at < 0 ? pair.key.end : at + 1;
}

export function endOfPair(text: string, pair: YamlPair): number {
  return pair.value === null ? afterColon(text, pair) : endOfNode(text, pair.value);
}

/** Where the last character of a node's content ends; a block collection's own range reaches into the lines below it. */
export function endOfNode(text: string, node: YamlNode): number {
  if (node.kind === 'map' && !node.flow) {
    const last = node.pairs.at(-1);
    return last === undefined ? node.end : endOfPair(text, last);
  }
  if (node.kind === 'sequence' && !node.flow) {
    const last = node.items.findLast((item) => item !== null);
    return last === undefined || last === null ? node.end : endOfNode(text, last);
  }
  if (
    node.kind === 'scalar' &&
    node.style === 'block' &&
    /^[|>][0-9]?\+/.test(text.slice(node.start, node.start + 3))
  ) {
    // `|+` keeps the blank lines that follow; whatever is written before them would take them away from the scalar.
    let end = node.end;
    for (
      let next = /^(?:\r?\n[ \t]*)(?=\r?\n)/.exec(text.slice(end));
      next !== null;
      next = /^(?:\r?\n[ \t]*)(?=\r?\n)/.exec(text.slice(end))
    )
      end += next[0].length;
    return end;
  }
  return node.end;
}

/** Offset of the dash that introduces an item of a block list. */
export function dashOf(text: string, item: YamlNode): number {
  return text.lastIndexOf('-', item.start - 1);
}

/** How this document indents, from its first nested map and its first list; two columns and indented dashes where it has none. */
export function styleOf(document: YamlDocument): Style {
  let step: number | undefined;
  let dash: number | undefined;
  const { text } = document;
  const visit = (node: YamlNode | null, depth: number): void => {
    if (node === null || depth > 12 || (step !== undefined && dash !== undefined)) return;
    if (node.kind === 'map' && !node.flow) {
      for (const pair of node.pairs) {
        const below = pair.value;
        if (below !== null && 'flow' in below && !below.flow) {
          const from = columnOf(text, pair.key.start);
          if (below.kind === 'map' && below.pairs[0] !== undefined)
            step ??= positive(columnOf(text, below.pairs[0].key.start) - from);
          const first = below.kind === 'sequence' ? below.items.find((item) => item !== null) : undefined;
          if (first) dash ??= notNegative(columnOf(text, dashOf(text, first)) - from);
        }
        visit(below, depth + 1);
      }
    } else if (node.kind === 'sequence') {
      for (const item of node.items) visit(item, depth + 1);
    }
  };
  visit(document.root, 0);
  return { step: step ?? 2, dash: dash ?? step ?? 2, json: document.json };
}

function positive(columns: number): number | undefined {
  return columns > 0 ? columns : undefined;
}

function notNegative(columns: number): number | undefined {
  return columns >= 0 ? columns : undefined;
}

/** Whether each entry of a flow collection stands on a line of its own. */
export function isMultiLine(text: string, node: YamlMap | YamlSequence): boolean {
  return text.slice(node.start, node.end).includes('\n');
}

/** A pair written as `? key` on a line of its own, which the edit builders do not touch. */
export function isExplicitKey(text: string, pair: YamlPair): boolean {
  return /(?:^|[\s])\?\s+(?:[&!][^\s]*\s+)*$/.test(text.slice(lineStart(text, pair.key.start), pair.key.start));
}
