/**
 * One instruction of a Dockerfile: its words, flags, pairs, JSON form and the shell commands it runs. Everything but its place is computed when
 * it is asked for. Knows its stage only as the one who resolves variables.
 */
import type { Span } from '../../text/source.ts';
import type { Heredoc } from './lines.ts';
import type { Flag } from './parse.ts';
import { type Command, isShell, parseShell, programName } from './shell.ts';
import type { Stage } from './stage.ts';
import { expand, type Lookup, type RawWord, splitWords } from './words.ts';

/** `NAME=value` of an ENV, ARG or LABEL. */
export interface Pair {
  readonly name: string;
  readonly nameSpan: Span;
  /** As written, quotes and all; undefined for an ARG without a default. */
  readonly value: string | undefined;
  readonly valueSpan: Span | undefined;
}

/** The arguments as a JSON array; `malformed` when they look like one and are none, so that Docker takes them for shell text. */
export type JsonForm = { readonly items: readonly string[]; readonly span: Span } | 'malformed' | undefined;

/** Places are offsets of the file. */
export class Instruction {
  /** In capitals; that of the trigger for an ONBUILD. */
  readonly keyword: string;
  readonly keywordSpan: Span;
  /** From its keyword (for a trigger: ONBUILD) to the end of its last line, heredocs included. */
  readonly span: Span;
  readonly flags: readonly Flag[];
  readonly heredocs: readonly Heredoc[];
  /** It runs when another image is built on this one, not in this build. */
  readonly onbuild: boolean;
  /** The arguments as one line: continuations and comments are blanks, offsets are those of the file. */
  readonly argument: RawWord;
  /** Undefined before the first FROM. */
  readonly stage: Stage;
  /** Position among all instructions. */
  readonly index: number;
  readonly #text: string;
  #words: readonly RawWord[] | undefined;
  #commands: readonly Command[] | undefined;
  #pairs: readonly Pair[] | undefined;
  #json: { readonly form: JsonForm } | undefined;

  constructor(from: {
    keyword: string;
    keywordSpan: Span;
    span: Span;
    flags: readonly Flag[];
    heredocs: readonly Heredoc[];
    onbuild: boolean;
    argument: RawWord;
    stage: Stage;
    index: number;
    text: string;
  }) {
    this.keyword = from.keyword;
    this.keywordSpan = from.keywordSpan;
    this.span = from.span;
    this.flags = from.flags;
    this.heredocs = from.heredocs;
    this.onbuild = from.onbuild;
    this.argument = from.argument;
    this.stage = from.stage;
    this.index = from.index;
    this.#text = from.text;
  }

  flag(name: string): Flag | undefined {
    return this.flags.find((flag) => flag.name === name);
  }

  /** Words as the build splits them, quotes and variables left in. */
  get words(): readonly RawWord[] {
    this.#words ??= splitWords(this.argument.text, this.argument.span.start);
    return this.#words;
  }

  /** A word with its variables replaced; undefined when a part of it is unknown. */
  resolve(word: string): string | undefined {
    return expand(word, this.stage.file.escape, this.lookup);
  }

  /** What variables hold here. */
  get lookup(): Lookup {
    return (name) => this.stage.variable(name, this.index);
  }

  get json(): JsonForm {
    this.#json ??= { form: this.#readJson() };
    return this.#json.form;
  }

  #readJson(): JsonForm {
    const text = this.argument.text.trimEnd();
    if (!text.startsWith('[')) return undefined;
    try {
      const items: unknown = JSON.parse(text);
      if (Array.isArray(items) && items.every((item) => typeof item === 'string'))
        return { items, span: this.argument.span };
    } catch {
      // Docker falls back to the shell form, and says nothing.
    }
    // `[ -f x ] && y` is a test of the shell.
    return /^\[["']|^\[\s+(?:"[^"]*"|'[^']*')\s*,/.test(text) ? 'malformed' : undefined;
  }

  /** Pairs of an ENV, ARG or LABEL, in order. */
  get pairs(): readonly Pair[] {
    this.#pairs ??= this.#readPairs();
    return this.#pairs;
  }

  #readPairs(): readonly Pair[] {
    const { words } = this;
    const [first] = words;
    if (first === undefined) return [];
    // `ENV name the rest is its value`
    if ((this.keyword === 'ENV' || this.keyword === 'LABEL') && !first.text.includes('=')) {
      const second = words[1];
      if (second === undefined) return [];
      const end = words.at(-1)?.span.end ?? second.span.end;
      const value = this.argument.text.slice(
        second.span.start - this.argument.span.start,
        end - this.argument.span.start,
      );
      return [{ name: first.text, nameSpan: first.span, value, valueSpan: { start: second.span.start, end } }];
    }
    return words.map(({ text, span }) => {
      const equals = text.indexOf('=');
      if (equals < 0) return { name: text, nameSpan: span, value: undefined, valueSpan: undefined };
      return {
        name: text.slice(0, equals),
        nameSpan: { start: span.start, end: span.start + equals },
        value: text.slice(equals + 1),
        valueSpan: { start: span.start + equals + 1, end: span.end },
      };
    });
  }

  /** What a RUN, CMD or ENTRYPOINT has a POSIX shell (or the kernel) run; empty where another shell reads it. */
  get commands(): readonly Command[] {
    this.#commands ??= this.#readCommands();
    return this.#commands;
  }

  #readCommands(): readonly Command[] {
    if (!['RUN', 'CMD', 'ENTRYPOINT'].includes(this.keyword)) return [];
    const { json } = this;
    if (json !== undefined && json !== 'malformed') return this.#jsonCommands();
    if (this.stage.shellIsForeign(this.index)) return [];
    const { text, span } = this.argument;
    const own = parseShell(this.#withoutHeredocWords(text, span.start), span.start);
    if (this.heredocs.length === 0) return own;
    const script = this.#script(own);
    return [...own, ...(script === undefined ? [] : parseShell(script.text, script.offset))];
  }

  /** Words of the exec form as one command; each stands where it is written. */
  #jsonCommands(): readonly Command[] {
    const { text, span } = this.argument;
    const words = [...text.matchAll(/"(?:\\[\s\S]|[^"\\])*(?:"|\\?$)/g)].map((match) => {
      const start = span.start + match.index;
      return { text: JSON.parse(match[0]) as string, expands: false, span: { start, end: start + match[0].length } };
    });
    const [first, flag, script] = words;
    if (first === undefined) return [];
    const command: Command = {
      words,
      assignments: [],
      outputs: [],
      operator: '',
      pipedFrom: undefined,
      within: undefined,
      isScript: false,
      span: { start: first.span.start, end: words.at(-1)?.span.end ?? first.span.end },
    };
    if (!isShell(programName(first)) || flag === undefined || !/^-[a-z]*c$/.test(flag.text) || script === undefined)
      return [command];
    // Escapes would move offsets, so such a script is read as one word only.
    const written = this.#text.slice(script.span.start + 1, script.span.end - 1);
    return written.includes('\\') ? [command] : [command, ...parseShell(written, script.span.start + 1)];
  }

  #withoutHeredocWords(text: string, offset: number): string {
    const parts: string[] = [];
    let at = 0;
    for (const { start } of this.heredocs) {
      parts.push(text.slice(at, start.start - offset), ' '.repeat(start.end - start.start));
      at = start.end - offset;
    }
    return parts.join('') + text.slice(at);
  }

  /** The body of a heredoc when the shell reads it: nothing stands before it, or a shell without arguments. */
  #script(own: readonly Command[]): { text: string; offset: number } | undefined {
    const [first] = this.heredocs;
    if (first === undefined || own.length > 1) return undefined;
    const [command] = own;
    if (
      command !== undefined &&
      !(isShell(programName(command.words[0])) && command.words.slice(1).every(({ text }) => text.startsWith('-')))
    )
      return undefined;
    const { start, end } = first.body;
    const text = this.#text.slice(start, end);
    const shebang = /^#!\s*(?:\S*\/)?(?:env\s+)?(\S+)/.exec(text)?.[1];
    if (shebang !== undefined && !isShell(shebang.slice(shebang.lastIndexOf('/') + 1))) return undefined;
    // A shell joins lines by backslashes whatever the file's escape character.
    return { text: text.replace(/\\\r?\n/g, (joined) => ' '.repeat(joined.length)), offset: start };
  }

  get anchor(): Span {
    return this.keywordSpan;
  }

  /** Names it whatever its line: stage, keyword and its place among those of the same keyword. */
  get path(): string {
    return `${this.stage.path}.${this.keyword}[${this.stage.ordinalOf(this)}]`;
  }
}
