/** Texts that are the worst for a regular expression, found from its own loops. */
import type { AST } from '@eslint-community/regexpp';
import { type Expression, isLeaf, type Leaf, leavesOf, parsed, type Takes } from './expression-program.ts';

/** A text is the prefix, the pump as often as wanted, and the suffix. */
export interface Pump {
  readonly prefix: string;
  readonly pump: string;
  readonly suffix: string;
}

const common = [
  ...'aZ0 \t\n\r-_.,:;/\\\'"`=@#$&|<>(){}[]*+?!%^~bcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXY123456789\u0001\u00e9',
];

/** What a loop repeats at most for it to be no loop without an end. */
const bounded = 40;

/** Pairs of characters are tried where they are this many at most. */
const fewPairs = 150;

/** Assertions tell these apart, which are no leaves. */
const isWordCode: Takes = (code) => /\w/.test(String.fromCodePoint(code));
const isLineFeed: Takes = (code) => code === 10;

class Texts {
  readonly pattern: AST.Pattern;
  /** One character for all that no leaf of the expression tells apart. */
  readonly alphabet: readonly string[];
  /** What the fewest leaves take. */
  readonly stranger: string;
  readonly #takesOf: (leaf: Leaf) => Takes;

  constructor(expression: Expression) {
    this.pattern = parsed(expression);
    this.#takesOf = leavesOf(expression.flags);
    const leaves = leavesIn(this.pattern);
    const tests = [...new Set(leaves.map(this.#takesOf)), isWordCode, isLineFeed];
    const written = leaves.flatMap(charactersOf).map((code) => String.fromCodePoint(code));
    const kinds = new Map<string, string>();
    for (const char of new Set([...common, ...written])) {
      const kind = tests.map((takes) => (takes(char.codePointAt(0) as number) ? '1' : '0')).join('');
      if (!kinds.has(kind)) kinds.set(kind, char);
    }
    this.alphabet = [...kinds.values()];
    const taken = (kind: string): number => kind.split('1').length;
    this.stranger = [...kinds].reduce((least, one) => (taken(one[0]) < taken(least[0]) ? one : least))[1];
  }

  takenBy(leaf: Leaf): readonly string[] {
    const takes = this.#takesOf(leaf);
    return this.alphabet.filter((char) => takes(char.codePointAt(0) as number));
  }

  /** A short text that it matches. @param more one round of every loop, even of those that need none. */
  of(node: AST.Node, more = false): string {
    if (isLeaf(node)) return this.takenBy(node)[0] ?? '';
    switch (node.type) {
      case 'Alternative':
        return node.elements.map((element) => this.of(element, more)).join('');
      case 'Quantifier':
        return this.of(node.element, more).repeat(Math.min(60, Math.max(node.min, more && node.max > 0 ? 1 : 0)));
      case 'Backreference':
        return this.of([node.resolved].flat()[0] as AST.CapturingGroup, more);
      default:
        return choicesOf(node).map((choice) => this.of(choice, more))[0] ?? '';
    }
  }

  /** Texts that one round of a loop matches. */
  rounds(node: AST.Node): readonly string[] {
    if (isLeaf(node)) return this.takenBy(node);
    switch (node.type) {
      case 'Alternative': {
        const loops = node.elements.filter(({ type }) => type === 'Quantifier');
        // Each place with another character, too.
        const varied = node.elements.flatMap((element, i) =>
          this.#short(element).map((text) =>
            node.elements.map((other, j) => (i === j ? text : this.of(other, true))).join(''),
          ),
        );
        return [this.of(node), this.of(node, true), ...varied, ...loops.flatMap((loop) => this.rounds(loop))];
      }
      case 'Quantifier':
        return [this.of(node, true), ...this.rounds(node.element)];
      default:
        return choicesOf(node).flatMap((choice) => this.rounds(choice));
    }
  }

  /** What one element of a sequence may be, a few of them. */
  #short(node: AST.Element): readonly string[] {
    const leaf = node.type === 'Quantifier' ? node.element : node;
    if (isLeaf(leaf)) return this.takenBy(leaf);
    return choicesOf(leaf).map((choice) => this.of(choice, true));
  }
}

/** Alternatives whose text stands where the node does; a lookaround that must not hold has none. */
function choicesOf(node: AST.Node): readonly AST.Alternative[] {
  if (!('alternatives' in node) || node.type === 'ClassStringDisjunction') return [];
  return node.type === 'Assertion' && node.negate ? [] : node.alternatives;
}

function leavesIn(node: AST.Node): Leaf[] {
  if (isLeaf(node)) return [node];
  if (node.type === 'Quantifier') return leavesIn(node.element);
  if (!('alternatives' in node) || node.type === 'ClassStringDisjunction') return [];
  return node.alternatives.flatMap(({ elements }) => elements.flatMap(leavesIn));
}

/** Codes that a leaf names, and those beside the ends of its ranges. */
function charactersOf(leaf: Leaf): number[] {
  if (leaf.type === 'Character') return [leaf.value];
  if (leaf.type !== 'CharacterClass') return [];
  return leaf.elements.flatMap((element) => {
    if (element.type === 'Character') return [element.value];
    if (element.type !== 'CharacterClassRange') return [];
    const [min, max] = [element.min.value, element.max.value];
    return [min, max, Math.max(0, min - 1), Math.min(0x10ffff, max + 1)];
  });
}

interface LoopPlace {
  readonly node: AST.Quantifier;
  readonly prefix: string;
  /** The same with a round of every loop. */
  readonly full: string;
}

/** Loops without an end and what leads to them, and texts that the whole begins with. */
function survey(texts: Texts): { readonly loops: readonly LoopPlace[]; readonly starts: readonly string[] } {
  const loops: LoopPlace[] = [];
  const starts: string[] = [];
  const sequence = (elements: readonly AST.Element[], prefix: string, full: string): void => {
    let [so, fully] = [prefix, full];
    for (const element of elements) {
      walk(element, so, fully);
      so += texts.of(element);
      fully += texts.of(element, true);
      if (fully.length < 60) starts.push(so, fully);
    }
  };
  const walk = (node: AST.Node, prefix: string, full: string): void => {
    if (node.type === 'Quantifier') {
      if (node.max > bounded) loops.push({ node, prefix, full });
      walk(node.element, prefix, full);
    } else
      for (const { elements } of 'alternatives' in node ? (node.alternatives as readonly AST.Alternative[]) : [])
        sequence(elements, prefix, full);
  };
  walk(texts.pattern, '', '');
  return { loops, starts };
}

/**
 * For each loop without an end: what comes before it, what leads from it to itself or to another loop, and something that neither expects. Also what
 * the whole begins with, again and again, since every beginning may be a start.
 */
export function pumpsOf(expression: Expression): readonly Pump[] {
  const texts = new Texts(expression);
  const { loops, starts } = survey(texts);
  const pumps = new Map<string, Pump>();
  const add = (prefixes: readonly string[], pump: string): void => {
    if (pump === '') return;
    for (const prefix of new Set(prefixes))
      for (const suffix of new Set(['', texts.stranger, `\n${texts.stranger}`, 'a!']))
        pumps.set(JSON.stringify([prefix, pump, suffix]), { prefix, pump, suffix });
  };
  for (const [i, { node, prefix, full }] of loops.entries()) {
    const prefixes = [prefix, full, ''];
    for (const round of new Set(texts.rounds(node.element))) {
      add(prefixes, round);
      add([''], full + round);
    }
    for (const { full: next } of loops.slice(i + 1)) if (next.startsWith(full)) add(prefixes, next.slice(full.length));
  }
  if (loops.length === 0) return [...pumps.values()];
  for (const start of new Set(starts)) add([''], start);
  for (const char of texts.alphabet) add([''], char);
  const pairs = texts.alphabet.flatMap((one) => texts.alphabet.map((other) => one + other));
  if (pairs.length <= fewPairs) for (const pair of pairs) add([''], pair);
  return [...pumps.values()];
}
