/** A regular expression as a list of single steps, for the matcher of `expression-steps.ts`, which counts them. */
import { type AST, RegExpParser } from '@eslint-community/regexpp';

export interface Expression {
  readonly source: string;
  readonly flags: string;
}

export function parsed({ source, flags }: Expression): AST.Pattern {
  const modes = { unicode: flags.includes('u'), unicodeSets: flags.includes('v') };
  return new RegExpParser().parsePattern(source, 0, source.length, modes);
}

/** What consumes one character. */
export type Leaf = AST.Character | AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass;

export const isLeaf = (node: AST.Node): node is Leaf =>
  ['Character', 'CharacterSet', 'CharacterClass', 'ExpressionCharacterClass'].includes(node.type);

/** Whether a character is taken, by its code. */
export type Takes = (code: number) => boolean;

/** Which characters a leaf takes: the real engine is asked, once for each. @param flags of the whole expression. */
export function leavesOf(flags: string): (leaf: Leaf) => Takes {
  const asked = flags.replaceAll(/[^isuv]/g, '');
  const byText = new Map<string, Takes>();
  return ({ raw }) => {
    let takes = byText.get(raw);
    if (takes === undefined) {
      const real = new RegExp(`^(?:${raw})$`, asked);
      const answers: boolean[] = [];
      takes = (code) => {
        answers[code] ??= real.test(String.fromCodePoint(code));
        return answers[code];
      };
      byText.set(raw, takes);
    }
    return takes;
  };
}

export interface Loop {
  readonly min: number;
  readonly max: number;
  readonly greedy: boolean;
  /** Registers: how many rounds there were, and where the last one began. */
  readonly rounds: number;
  readonly began: number;
}

export type Op =
  | { readonly op: 'take'; readonly takes: Takes; readonly back: boolean }
  /** `second` is tried when what follows `first` fails. */
  | { readonly op: 'either'; first: number; second: number }
  | { readonly op: 'go'; to: number }
  | { readonly op: 'set'; readonly registers: readonly number[]; readonly value: number | 'here' | 'nothing' }
  | { readonly op: 'loop'; readonly loop: Loop; exit: number }
  | { readonly op: 'next'; readonly loop: Loop; readonly to: number }
  | { readonly op: 'edge'; readonly kind: 'start' | 'end' }
  | { readonly op: 'word'; readonly negate: boolean }
  | { readonly op: 'around'; readonly negate: boolean; behind: number }
  /** The text that the first of the groups to take part has captured. */
  | { readonly op: 'same'; readonly groups: readonly number[]; readonly back: boolean }
  | { readonly op: 'end' };

export interface Program {
  readonly ops: readonly Op[];
  /** Registers of groups come first, two for each. */
  readonly registers: number;
}

export function compiled(expression: Expression): Program {
  return new Compiler(expression).program();
}

class Compiler {
  readonly #ops: Op[] = [];
  readonly #pattern: AST.Pattern;
  readonly #groups: readonly AST.CapturingGroup[];
  readonly #takesOf: (leaf: Leaf) => Takes;
  #registers: number;

  constructor(expression: Expression) {
    this.#pattern = parsed(expression);
    this.#groups = groupsIn(this.#pattern);
    this.#takesOf = leavesOf(expression.flags);
    this.#registers = 2 * this.#groups.length;
  }

  program(): Program {
    this.#choice(this.#pattern.alternatives, false);
    this.#add({ op: 'end' });
    return { ops: this.#ops, registers: this.#registers };
  }

  #add<O extends Op>(op: O): O {
    this.#ops.push(op);
    return op;
  }

  /** @param back inside a lookbehind, which is read from its end. */
  #choice(alternatives: readonly AST.Alternative[], back: boolean): void {
    const ends: { to: number }[] = [];
    for (const [i, { elements }] of alternatives.entries()) {
      const isLast = i === alternatives.length - 1;
      const either = isLast ? undefined : this.#add({ op: 'either', first: this.#ops.length + 1, second: 0 });
      for (const element of back ? elements.toReversed() : elements) this.#one(element, back);
      if (either === undefined) continue;
      ends.push(this.#add({ op: 'go', to: 0 }));
      either.second = this.#ops.length;
    }
    for (const end of ends) end.to = this.#ops.length;
  }

  #one(node: AST.Element, back: boolean): void {
    if (isLeaf(node)) {
      this.#add({ op: 'take', takes: this.#takesOf(node), back });
      return;
    }
    switch (node.type) {
      case 'Group':
        this.#choice(node.alternatives, back);
        return;
      case 'CapturingGroup': {
        const first = 2 * this.#groups.indexOf(node);
        this.#add({ op: 'set', registers: [back ? first + 1 : first], value: 'here' });
        this.#choice(node.alternatives, back);
        this.#add({ op: 'set', registers: [back ? first : first + 1], value: 'here' });
        return;
      }
      case 'Quantifier':
        this.#repeated(node, back);
        return;
      case 'Backreference':
        this.#add({ op: 'same', groups: [node.resolved].flat().map((group) => this.#groups.indexOf(group)), back });
        return;
      case 'Assertion':
        if ('alternatives' in node) {
          const around = this.#add({ op: 'around', negate: node.negate, behind: 0 });
          this.#choice(node.alternatives, node.kind === 'lookbehind');
          this.#add({ op: 'end' });
          around.behind = this.#ops.length;
        } else if ('negate' in node) this.#add({ op: 'word', negate: node.negate });
        else this.#add({ op: 'edge', kind: node.kind });
        return;
    }
  }

  #repeated({ element, min, max, greedy }: AST.Quantifier, back: boolean): void {
    if (isLeaf(element) && min <= 1 && max === Number.POSITIVE_INFINITY) {
      // As the engine does it, without a count.
      if (min === 1) this.#one(element, back);
      const start = this.#ops.length;
      const either = this.#add({ op: 'either', first: start + 1, second: start + 1 });
      this.#one(element, back);
      this.#add({ op: 'go', to: start });
      if (greedy) either.second = this.#ops.length;
      else either.first = this.#ops.length;
      return;
    }
    const loop = { min, max, greedy, rounds: this.#registers++, began: this.#registers++ };
    this.#add({ op: 'set', registers: [loop.rounds], value: 0 });
    const start = this.#ops.length;
    const decide = this.#add({ op: 'loop', loop, exit: 0 });
    this.#add({ op: 'set', registers: [loop.began], value: 'here' });
    // Each round forgets what the last one captured.
    const inside = groupsIn(element).flatMap((group) => [
      2 * this.#groups.indexOf(group),
      2 * this.#groups.indexOf(group) + 1,
    ]);
    if (inside.length > 0) this.#add({ op: 'set', registers: inside, value: 'nothing' });
    this.#one(element, back);
    this.#add({ op: 'next', loop, to: start });
    decide.exit = this.#ops.length;
  }
}

/** Groups that capture, in the order of their numbers, the first of which is 0 here. */
function groupsIn(node: AST.Pattern | AST.Element): AST.CapturingGroup[] {
  const inside =
    'alternatives' in node
      ? node.alternatives.flatMap(({ elements }) => elements.flatMap(groupsIn))
      : node.type === 'Quantifier'
        ? groupsIn(node.element)
        : [];
  return node.type === 'CapturingGroup' ? [node, ...inside] : inside;
}
