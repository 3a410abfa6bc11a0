/**
 * Words of an instruction as BuildKit's shell lexer reads them (frontend/dockerfile/shell/lex.go): split at blanks outside quotes, variables
 * replaced, quotes taken off. A variable nobody can know makes the word unknown.
 */
import type { Span } from '../../text/source.ts';

/** A word as it is written. */
export interface RawWord {
  readonly text: string;
  readonly span: Span;
}

/**
 * What a variable holds; undefined when it is not defined; `unset` for an ARG without a default, which whoever builds may give; `unknown` when
 * only the build tells.
 */
export type Variable = { readonly value: string } | 'unset' | 'unknown' | undefined;
/** @returns what is known of a variable at the place of the word. */
export type Lookup = (name: string) => Variable;

/** @param logical text of one line, @param offset where it begins in the file. */
export function splitWords(logical: string, offset: number): readonly RawWord[] {
  const words: RawWord[] = [];
  for (const match of logical.matchAll(/(?:"(?:\\.|[^"\\])*"?|'[^']*'?|\\.?|[^\s"'\\])+/g)) {
    words.push({ text: match[0], span: { start: offset + match.index, end: offset + match.index + match[0].length } });
  }
  return words;
}

/** Enough for any name or path; a word that grows beyond it is left unknown. */
const lengthLimit = 4096;

/** Defaults inside defaults deeper than this are left unknown. */
const depthLimit = 10;

/**
 * @param escape the escape character of the file.
 * @param depth how many defaults it stands in.
 * @returns the word as the build sees it, or undefined when a part of it is unknown.
 */
export function expand(word: string, escape: string, lookup: Lookup, depth = 0): string | undefined {
  if (depth > depthLimit) return undefined;
  let result = '';
  let quote = '';
  let i = 0;
  while (i < word.length) {
    if (result.length > lengthLimit) return undefined;
    const char = word[i] as string;
    if (quote === "'") {
      if (char === "'") quote = '';
      else result += char;
      i++;
    } else if (char === escape) {
      const next = word[i + 1];
      // Inside double quotes only these can be escaped; elsewhere the character itself is meant.
      if (quote === '"' && next !== undefined && next !== '"' && next !== '$' && next !== escape) result += char;
      result += next ?? '';
      i += 2;
    } else if (char === '"' || char === "'") {
      if (quote === '') quote = char;
      else if (quote === char) quote = '';
      else result += char;
      i++;
    } else if (char === '$') {
      const variable = readVariable(word, i);
      const value = valueOf(variable, escape, lookup, depth);
      if (value === undefined) return undefined;
      result += value;
      i = variable.end;
    } else {
      result += char;
      i++;
    }
  }
  return result;
}

interface VariableUse {
  readonly name: string;
  readonly operator: string;
  readonly operand: string;
  readonly end: number;
}

function readVariable(word: string, at: number): VariableUse {
  const plain = /^\$([A-Za-z_][A-Za-z0-9_]*|[0-9@*#])/.exec(word.slice(at, at + 200));
  if (plain !== null) return { name: plain[1] ?? '', operator: '', operand: '', end: at + plain[0].length };
  const open = /^\$\{([A-Za-z_][A-Za-z0-9_]*|[0-9@*#])/.exec(word.slice(at, at + 200));
  if (open === null) return { name: '', operator: '', operand: '', end: at + 1 };
  let depth = 1;
  let i = at + open[0].length;
  const start = i;
  for (; i < word.length && depth > 0; i++) {
    if (word[i] === '{' && word[i - 1] === '$') depth++;
    else if (word[i] === '}') depth--;
  }
  const inner = word.slice(start, depth === 0 ? i - 1 : i);
  const operator = /^(?::[-+?]|[-+?]|##?|%%?|\/\/?)/.exec(inner)?.[0] ?? inner.slice(0, 1);
  return { name: open[1] ?? '', operator, operand: inner.slice(operator.length), end: i };
}

/** @returns undefined when unknown. */
function valueOf(
  { name, operator, operand }: VariableUse,
  escape: string,
  lookup: Lookup,
  depth: number,
): string | undefined {
  // A lone dollar sign is text.
  if (name === '') return '$';
  const found = lookup(name);
  if (found === 'unknown') return undefined;
  // Where the word has a default of its own, that is what an ARG nobody gives becomes.
  if (found === 'unset' && !/^:?[-+]$/.test(operator)) return undefined;
  const variable = found === 'unset' ? undefined : found;
  const value = variable?.value;
  const set = operator.startsWith(':') ? value !== undefined && value !== '' : value !== undefined;
  switch (operator.replace(':', '')) {
    case '':
      // Not defined anywhere: empty, as BuildKit has it.
      return value ?? '';
    case '-':
      return set ? value : expand(operand, escape, lookup, depth + 1);
    case '+':
      return set ? expand(operand, escape, lookup, depth + 1) : '';
    case '?':
      return value;
    case '#':
    case '##':
    case '%':
    case '%%':
      return value === undefined ? '' : /[*?[\\$]/.test(operand) ? undefined : trimmed(value, operator, operand);
    case '/':
    case '//':
      return value === undefined ? '' : replaced(value, operator, operand);
    default:
      return undefined;
  }
}

function trimmed(value: string, operator: string, what: string): string {
  if (operator.startsWith('#')) return value.startsWith(what) ? value.slice(what.length) : value;
  return what !== '' && value.endsWith(what) ? value.slice(0, -what.length) : value;
}

function replaced(value: string, operator: string, operand: string): string | undefined {
  const slash = operand.indexOf('/');
  const [from, to] = slash < 0 ? [operand, ''] : [operand.slice(0, slash), operand.slice(slash + 1)];
  if (/[*?[\\$]/.test(from) || to.includes('$')) return undefined;
  return operator === '//' ? value.replaceAll(from, to) : value.replace(from, to);
}
