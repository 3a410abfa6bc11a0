/**
 * Targets of a Bake file in HCL, as far as they are written out. Source: Docker documentation, "Bake file reference"; HCL native syntax
 * specification. Evaluates nothing: what holds a variable or a function, other than in a tag, is left out.
 */
import type { Span } from '../../text/source.ts';

/** One target, as far as it is written out. */
export interface BakeTarget {
  /** Each with the place of the text inside its quotes. */
  readonly tags: readonly { readonly text: string; readonly span: Span }[];
  /** Undefined when not written; null when only Bake knows. */
  readonly context: string | null | undefined;
  readonly dockerfile: string | null | undefined;
  readonly target: string | null | undefined;
}

const quoted = /"((?:\\.|[^"\\\n])*)("?)/y;
const token = /(?<skip>\s+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<word>[A-Za-z_][\w-]*)|(?<sign>[\s\S])/y;

interface Token {
  readonly kind: 'string' | 'word' | 'sign';
  readonly text: string;
  readonly span: Span;
}

/** @returns the targets in the order of the text; places are offsets of it. */
export function bakeTargetsOf(text: string): readonly BakeTarget[] {
  const tokens = tokensOf(text);
  const targets: BakeTarget[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const [head, name, brace] = tokens.slice(at, at + 3);
    if (head?.kind !== 'word' || head.text !== 'target' || name?.kind !== 'string' || brace?.text !== '{') continue;
    const end = closing(tokens, at + 2);
    targets.push(targetOf(tokens.slice(at + 3, end)));
    at = end;
  }
  return targets;
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const add = (kind: Token['kind'], start: number, text: string): void =>
    void tokens.push({ kind, text, span: { start, end: start + text.length } });
  /** Up to here nothing closes a quote, as the one before it has shown. */
  let open = 0;
  for (let at = 0; at < text.length; ) {
    if (text[at] === '"' && at >= open) {
      quoted.lastIndex = at;
      const [whole = '', inside = '', closing] = quoted.exec(text) ?? [];
      if (closing === '"') {
        add('string', at + 1, inside);
        at += whole.length;
        continue;
      }
      open = at + whole.length;
    }
    token.lastIndex = at;
    const match = token.exec(text);
    const { word, sign } = match?.groups ?? {};
    if (word !== undefined) add('word', at, word);
    else if (sign !== undefined) add('sign', at, sign);
    at += match?.[0].length ?? 1;
  }
  return tokens;
}

/** The place of the bracket that closes the one at `at`. */
function closing(tokens: readonly Token[], at: number): number {
  let depth = 0;
  for (let i = at; i < tokens.length; i++) {
    const { kind, text } = tokens[i] as Token;
    if (kind !== 'sign') continue;
    if ('{[('.includes(text)) depth++;
    else if ('}])'.includes(text)) depth--;
    if (depth === 0) return i;
  }
  return tokens.length;
}

function targetOf(tokens: readonly Token[]): BakeTarget {
  const values = new Map<string, readonly Token[]>();
  for (let at = 0; at + 2 < tokens.length; at++) {
    const [name, equals, first] = tokens.slice(at, at + 3);
    if (name?.kind !== 'word' || equals?.text !== '=' || first === undefined) continue;
    const end = first.kind === 'sign' ? closing(tokens, at + 2) : at + 2;
    values.set(name.text, tokens.slice(at + 2, end + 1));
    at = end;
  }
  const literal = (key: string): string | null | undefined => {
    const [value] = values.get(key) ?? [];
    if (value === undefined) return undefined;
    return value.kind === 'string' && !value.text.includes('${') ? value.text : null;
  };
  const tags = (values.get('tags') ?? []).filter(({ kind }) => kind === 'string');
  return { tags, context: literal('context'), dockerfile: literal('dockerfile'), target: literal('target') };
}
