/**
 * Shell text as commands and words, with places in the file. As much of the POSIX shell as tells which program is run with which words: quotes,
 * operators, pipes, substitutions, redirections, `sh -c`. Evaluates nothing; total on any text, in linear time.
 */
import type { Span } from '../../text/source.ts';
import { type Inner, readWord, type ShellWord, skipWord } from './shell-word.ts';

/** What stands between a command and the one before it; empty at the beginning. */
export type Operator = '' | '&&' | '||' | ';' | '|' | '&' | '\n';

/** One command of a line or script. */
export interface Command {
  /** Program and arguments; assignments in front are apart. */
  readonly words: readonly ShellWord[];
  readonly assignments: readonly ShellWord[];
  /** Files that output is written to. */
  readonly outputs: readonly ShellWord[];
  readonly operator: Operator;
  /** The command whose output this one reads. */
  readonly pipedFrom: Command | undefined;
  /** The command inside whose words this one stands (`$(...)`, `<(...)`, `sh -c '...'`). */
  readonly within: Command | undefined;
  /** That command runs it as its script (`sh -c '...'`), where it gets the output of what stands in its words otherwise. */
  readonly isScript: boolean;
  readonly span: Span;
}

const wrappers = new Set([
  'sudo',
  'env',
  'exec',
  'time',
  'nohup',
  'nice',
  'command',
  'builtin',
  'doas',
  'ionice',
  'stdbuf',
  'timeout',
  'xargs',
  'eatmydata',
]);
const keywords = new Set(['if', 'then', 'else', 'elif', 'do', 'while', 'until', '!', '{', 'time']);
const shells = new Set(['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh']);

/** Nested substitutions deeper than this are not read: no honest script has them. */
const depthLimit = 10;

/** @param name of a program, without its folder. */
export const isShell = (name: string | undefined): boolean => name !== undefined && shells.has(name);

/** The last part of a program's path: `curl` for `/usr/bin/curl`. */
export function programName(word: ShellWord | undefined): string | undefined {
  if (word === undefined || word.expands) return undefined;
  return word.text.slice(word.text.lastIndexOf('/') + 1);
}

/** The words of the program that does the work: `sudo -E apt-get update` is `apt-get update`. Empty for a bare assignment. */
export function workWords(command: Command): readonly ShellWord[] {
  const { words } = command;
  let i = 0;
  while (i < words.length && wrappers.has(programName(words[i]) ?? '')) {
    const wrapper = programName(words[i]);
    i++;
    while (
      i < words.length &&
      (/^-/.test(words[i]?.text ?? '') ||
        (wrapper === 'env' && /^\w+=/.test(words[i]?.text ?? '')) ||
        (wrapper === 'timeout' && /^\d/.test(words[i]?.text ?? '')))
    )
      i++;
  }
  return i === 0 ? words : words.slice(i);
}

/** @returns the name of the program that does the work, without its folder: what only starts another one, such as `env`, is passed over. */
export function programOf(command: Command): string | undefined {
  return programName(workWords(command)[0]);
}

/** @param text shell text in which lines were joined already; @param offset where it begins in the file. */
export function parseShell(text: string, offset: number): readonly Command[] {
  const reader = new Reader(text, offset);
  reader.read({ start: 0, end: text.length }, undefined, false, 0);
  return reader.commands;
}

interface Draft {
  words: ShellWord[];
  assignments: ShellWord[];
  outputs: ShellWord[];
  operator: Operator;
  pipedFrom: Command | undefined;
  within: Command | undefined;
  isScript: boolean;
  span: { start: number; end: number };
}

class Reader {
  readonly commands: Command[] = [];
  readonly #text: string;
  readonly #offset: number;

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#offset = offset;
  }

  read({ start, end }: Inner, within: Command | undefined, isScript: boolean, depth: number): void {
    const text = this.#text;
    let operator: Operator = '';
    let last: Command | undefined;
    let draft = this.#draft(operator, undefined, within, isScript);
    let output = false;
    let inners: { inner: Inner; of: Draft }[] = [];
    const finish = (): void => {
      const { words, assignments } = draft;
      if (words.length > 0 || assignments.length > 0) {
        last = draft;
        this.commands.push(draft);
        this.#scripts(draft, depth);
        for (const { inner, of } of inners) if (depth < depthLimit) this.read(inner, of, false, depth + 1);
      }
      inners = [];
      output = false;
    };
    const next = (by: Operator): void => {
      finish();
      operator = by;
      draft = this.#draft(operator, by === '|' ? last : undefined, within, isScript);
    };
    let i = start;
    while (i < end) {
      const char = text[i] as string;
      const two = text.slice(i, i + 2);
      if (char === '\n') {
        if (draft.words.length > 0 || draft.assignments.length > 0) next('\n');
        i++;
      } else if (/\s/.test(char)) i++;
      else if (two === '&&' || two === '||') {
        next(two);
        i += 2;
      } else if (two === '|&') {
        next('|');
        i += 2;
      } else if (two === '&>') {
        output = true;
        i += text[i + 2] === '>' ? 3 : 2;
      } else if (char === '|' || char === ';' || char === '&') {
        next(char);
        i++;
      } else if (char === '(' || char === ')') {
        // A subshell's commands are commands like any other.
        if (draft.words.length > 0 || draft.assignments.length > 0) next(';');
        i++;
      } else if (char === '#') {
        const newline = text.indexOf('\n', i);
        i = newline < 0 || newline > end ? end : newline;
      } else if ((char === '>' || char === '<') && text[i + 1] !== '(') {
        const redirection = /^(?:>>|>\||>&|<&|<<<|<<-?|<>|>|<)/.exec(text.slice(i, i + 3))?.[0] ?? char;
        output = redirection.startsWith('>') && redirection !== '>&';
        i += redirection.length;
        if (!output) i = skipWord(text, i, end);
      } else if (/\d/.test(char) && /^\d+[<>]/.test(text.slice(i, i + 4))) {
        while (/\d/.test(text[i] ?? '')) i++;
      } else {
        const word = readWord(text, i, end, this.#offset);
        i = Math.max(word.end, i + 1);
        if (output) draft.outputs.push(word.word);
        else if (draft.words.length === 0 && /^[A-Za-z_][A-Za-z0-9_]*\+?=/.test(word.word.text))
          draft.assignments.push(word.word);
        else if (draft.words.length > 0 || !keywords.has(word.word.text)) draft.words.push(word.word);
        if (draft.words.length + draft.assignments.length + draft.outputs.length === 1)
          draft.span.start = word.word.span.start;
        draft.span.end = word.word.span.end;
        for (const inner of word.inners) inners.push({ inner, of: draft });
        output = false;
      }
    }
    finish();
  }

  #draft(operator: Operator, pipedFrom: Command | undefined, within: Command | undefined, isScript: boolean): Draft {
    return {
      words: [],
      assignments: [],
      outputs: [],
      operator,
      pipedFrom,
      within,
      isScript,
      span: { start: this.#offset, end: this.#offset },
    };
  }

  /** `sh -c 'text'`: the text is read too, when it is one plain quoted word. */
  #scripts(command: Command, depth: number): void {
    const words = workWords(command);
    if (depth >= depthLimit || !isShell(programName(words[0]))) return;
    const flag = words.findIndex((word, i) => i > 0 && /^-[a-z]*c$/.test(word.text));
    const script = words[flag + 1];
    if (flag < 0 || script === undefined) return;
    const [from, to] = [script.span.start - this.#offset, script.span.end - this.#offset];
    const quote = this.#text[from];
    if ((quote === '"' || quote === "'") && this.#text[to - 1] === quote && to - from >= 2)
      this.read({ start: from + 1, end: to - 1 }, command, true, depth + 1);
  }
}
