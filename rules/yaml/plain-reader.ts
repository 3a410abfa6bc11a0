/**
 * Reads YAML as most manifests are written: block maps and sequences, scalars of one line or folded over several, literal and
 * folded blocks, brackets that close in their line, comments. Many times as fast as a reader of all of YAML. It never guesses:
 * at anything else (anchors, tags, tabs, mixed line endings, explicit keys, whatever is wrong) it gives up, and the full reader decides.
 * What it does read it reads exactly as that one, even where a collection ends; `plain-reader.test.ts` holds the two together.
 */
import type { LineEnding } from '../text/source.ts';
import { keyText } from './scalar.ts';
import type { ScalarStyle, YamlDocument, YamlMap, YamlNode, YamlPair, YamlScalar, YamlSequence } from './tree.ts';

/** @returns undefined where the text is not plain, or not right. */
export function readPlainly(text: string): YamlDocument | undefined {
  if (text.startsWith('\uFEFF')) return undefined;
  const isWindows = text.includes('\r');
  if (isWindows && /(?<!\r)\n|\r(?!\n)/.test(text)) return undefined;
  try {
    return {
      text,
      root: new PlainReader(text, isWindows ? '\r\n' : '\n').root(),
      problems: [],
      shared: new Set(),
      json: false,
    };
  } catch (thrown) {
    if (thrown === notPlain) return undefined;
    throw thrown;
  }
}

/** Thrown to leave the recursion. No `Error`, since gathering its stack would cost more than reading did. */
const notPlain = Symbol('not plain');

/** Deeper text is no manifest. */
const depthLimit = 100;

const [tab, space, hash, dash, colon, question] = [...'\t #-:?'].map((char) => char.charCodeAt(0));

/** A key without quotes, its colon included. Others exist, and are rare. */
const plainKey = /[A-Za-z0-9_./$<][^\s:#"'`,[\]{}&*!|>%@]*:(?=[ \r\n]|$)/y;
/** What cannot begin a plain scalar. A dash, a question mark and a colon cannot before a blank. */
const indicators = new Set([...',[]{}#&*!|>\'"%@`'].map((char) => char.charCodeAt(0)));
/** A scalar without quotes between brackets. */
const flowScalar = /(?:[A-Za-z0-9_./$=<+~^(]|-[A-Za-z0-9-])[^,[\]{}:#\s]*(?: +[^,[\]{}:#\s]+)*/y;
const flowKey = /[A-Za-z0-9_./$][A-Za-z0-9_./$-]*(?=: )/y;
// One step for each stretch between escapes: an alternative for each character would overflow on long texts.
const doubleQuoted = /"[^"\\\r\n]*(?:\\["\\/ntr0][^"\\\r\n]*)*"/y;
const singleQuoted = /'[^'\r\n]*(?:''[^'\r\n]*)*'/y;
const blockHeader = /([|>])(-?) *(?=\r?\n)/y;
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' };

class PlainReader {
  readonly #text: string;
  /** Where reading stands. */
  #at = 0;
  /** Column of the first thing in this line, or of what follows its dashes; -1 at the end of the text. */
  #column = 0;
  /** Offset of this line's ending, or of the text's end. */
  #lineEnd = 0;
  /** Where the last value ends for the full reader, which counts the rest of its line to it, and comments below it that stand deeper. */
  #end = 0;
  /** The deepest column of the comments above this line that belong to no value yet; -1 without any. */
  #comments = -1;

  /** Length and first character of every line ending. */
  readonly #ending: number;
  readonly #newline: number;

  constructor(text: string, ending: LineEnding) {
    this.#text = text;
    this.#ending = ending.length;
    this.#newline = ending.charCodeAt(0);
  }

  root(): YamlNode {
    this.#skip(0, -1);
    if (this.#column === 0 && this.#text.startsWith('---', this.#at)) {
      this.#at += 3;
      this.#finishLine();
      this.#skip(this.#end, -1);
    }
    if (this.#column !== 0) throw notPlain;
    const root = this.#block(0);
    // A line that no collection took stands too deep, or not deep enough.
    if (this.#at < this.#text.length) throw notPlain;
    return root;
  }

  /** A collection that begins where reading stands, at `#column`. */
  #block(depth: number): YamlMap | YamlSequence {
    if (depth > depthLimit) throw notPlain;
    return this.#isDash() ? this.#sequence(this.#column, depth) : this.#map(this.#column, depth);
  }

  #map(column: number, depth: number): YamlMap {
    const start = this.#at;
    const pairs: YamlPair[] = [];
    do {
      const key = this.#key();
      pairs.push({ key, name: keyText(key), value: this.#valueOfKey(column, depth) });
    } while (this.#column === column && !this.#isDash());
    const end = this.#end;
    this.#leave(column);
    return { kind: 'map', start, end, flow: false, pairs };
  }

  #sequence(column: number, depth: number): YamlSequence {
    const start = this.#at;
    const items: (YamlNode | null)[] = [];
    do items.push(this.#item(column, depth));
    while (this.#column === column && this.#isDash());
    const end = this.#end;
    this.#leave(column);
    return { kind: 'sequence', start, end, flow: false, items };
  }

  /** Comments below a collection stay in it, and make it longer for what is around it, if one of them stands as deep as it does. */
  #leave(column: number): void {
    if (column === 0 || this.#comments < column) return;
    this.#end = this.#at;
    this.#comments = -1;
  }

  /** Reads a key and its colon. */
  #key(): YamlScalar {
    const start = this.#at;
    const quoted = this.#quoted();
    if (quoted !== undefined) {
      if (this.#code(this.#at) !== colon || !this.#isBlank(this.#at + 1)) throw notPlain;
      this.#at++;
      return quoted;
    }
    plainKey.lastIndex = start;
    if (!plainKey.test(this.#text)) throw notPlain;
    this.#at = plainKey.lastIndex;
    return this.#scalar('plain', start, this.#at - 1);
  }

  /** @param column of the map. */
  #valueOfKey(column: number, depth: number): YamlNode | null {
    this.#skipSpaces();
    if (this.#says()) return this.#inLine(column);
    this.#comments = -1;
    return this.#below(column, true, depth);
  }

  /** @param column of the sequence, where its dashes stand. */
  #item(column: number, depth: number): YamlNode | null {
    const start = this.#at;
    this.#at++;
    this.#skipSpaces();
    if (!this.#says()) return this.#below(column, false, depth);
    plainKey.lastIndex = this.#at;
    if (!this.#isDash() && !plainKey.test(this.#text)) return this.#inLine(column);
    this.#column += this.#at - start;
    return this.#block(depth + 1);
  }

  /** What stands in the lines below a key or a dash that is followed by nothing but perhaps a comment. */
  #below(column: number, ofKey: boolean, depth: number): YamlNode | null {
    const end = this.#at;
    // Comments above a dash count too: the full reader gives them to what the dash begins.
    const commented = this.#comments >= 0 || this.#at < this.#lineEnd;
    this.#comments = -1;
    this.#skip(this.#lineEnd + this.#ending, -1);
    if (this.#column > column || (ofKey && this.#column === column && this.#isDash())) return this.#block(depth + 1);
    // Whose the comments around a missing value are is the one thing that is not worth doing twice.
    if (commented || this.#comments >= 0) throw notPlain;
    this.#end = end;
    return null;
  }

  /** A value that begins in this line, as a part of the collection at the column. */
  #inLine(column: number): YamlNode {
    const block = this.#blockScalar(column);
    if (block !== undefined) return block;
    const node = this.#quoted() ?? this.#flow(0) ?? this.#plain(column);
    this.#finishLine();
    this.#comments = -1;
    this.#skip(this.#end, column);
    return node;
  }

  /** A scalar without quotes, and the deeper lines that go on with it. */
  #plain(column: number): YamlScalar {
    const start = this.#at;
    const first = this.#code(start);
    if (indicators.has(first)) throw notPlain;
    if ((first === dash || first === question || first === colon) && this.#isBlank(start + 1)) throw notPlain;
    let text = this.#plainLine();
    for (let blanks = this.#goesOn(column); blanks >= 0; blanks = this.#goesOn(column))
      text += (blanks === 0 ? ' ' : '\n'.repeat(blanks)) + this.#plainLine();
    return { kind: 'scalar', start, end: this.#at, style: 'plain', text };
  }

  /** The part of a plain scalar in this line. */
  #plainLine(): string {
    const start = this.#at;
    let end = start;
    for (let i = start; i < this.#lineEnd; i++) {
      const code = this.#code(i);
      if (code === space) {
        if (this.#code(i + 1) === hash) break;
        continue;
      }
      if (code === tab || (code === colon && this.#isBlank(i + 1))) throw notPlain;
      end = i + 1;
    }
    this.#at = end;
    return this.#text.slice(start, end);
  }

  /** Moves on to the next line if it goes on with a plain scalar. @returns how many blank lines lie between, or -1 if it does not. */
  #goesOn(column: number): number {
    for (let i = this.#at; i < this.#lineEnd; i++) if (this.#code(i) === hash) return -1;
    let blanks = 0;
    let at = this.#lineEnd + this.#ending;
    for (; at < this.#text.length; blanks++) {
      const start = at;
      while (this.#code(at) === space) at++;
      if (this.#code(at) === this.#newline) {
        at += this.#ending;
        continue;
      }
      if (at - start <= column || at >= this.#text.length || this.#code(at) === hash) return -1;
      this.#at = at;
      this.#lineEnd = this.#endOfLine(at);
      return blanks;
    }
    return -1;
  }

  /** A scalar in quotes that close in this line; undefined where there are no quotes. */
  #quoted(): YamlScalar | undefined {
    const start = this.#at;
    const quote = this.#text[start];
    if (quote !== '"' && quote !== "'") return undefined;
    const form = quote === '"' ? doubleQuoted : singleQuoted;
    form.lastIndex = start;
    if (!form.test(this.#text)) throw notPlain;
    this.#at = form.lastIndex;
    const inner = this.#text.slice(start + 1, this.#at - 1);
    const text =
      quote === "'"
        ? inner.replaceAll("''", "'")
        : inner.includes('\\')
          ? inner.replace(/\\(.)/g, (_, char: string) => escapes[char] ?? char)
          : inner;
    return { kind: 'scalar', start, end: this.#at, style: quote === '"' ? 'double' : 'single', text };
  }

  /** A map or sequence in brackets that close in this line; undefined where there is no bracket. */
  #flow(depth: number): YamlMap | YamlSequence | undefined {
    const start = this.#at;
    const bracket = this.#text[start];
    if (bracket !== '[' && bracket !== '{') return undefined;
    if (depth > depthLimit) throw notPlain;
    const pairs: YamlPair[] = [];
    const items: YamlNode[] = [];
    this.#pass(bracket);
    const close = bracket === '[' ? ']' : '}';
    if (this.#text[this.#at] !== close) {
      for (;;) {
        if (bracket === '[') items.push(this.#flowValue(depth));
        else pairs.push(this.#flowPair(depth));
        this.#skipSpaces();
        if (this.#text[this.#at] === close) break;
        this.#pass(',');
      }
    }
    const end = this.#at + 1;
    this.#at = end;
    return bracket === '['
      ? { kind: 'sequence', start, end, flow: true, items }
      : { kind: 'map', start, end, flow: true, pairs };
  }

  #flowPair(depth: number): YamlPair {
    const start = this.#at;
    let key = this.#quoted();
    if (key === undefined) {
      flowKey.lastIndex = start;
      if (!flowKey.test(this.#text)) throw notPlain;
      this.#at = flowKey.lastIndex;
      key = this.#scalar('plain', start, this.#at);
    }
    this.#pass(':');
    return { key, name: keyText(key), value: this.#flowValue(depth) };
  }

  #flowValue(depth: number): YamlNode {
    const start = this.#at;
    const node = this.#quoted() ?? this.#flow(depth + 1);
    if (node !== undefined) return node;
    flowScalar.lastIndex = start;
    if (!flowScalar.test(this.#text) || flowScalar.lastIndex > this.#lineEnd) throw notPlain;
    this.#at = flowScalar.lastIndex;
    return this.#scalar('plain', start, this.#at);
  }

  /** Passes a character and the spaces behind it. */
  #pass(char: string): void {
    if (this.#text[this.#at] !== char) throw notPlain;
    this.#at++;
    this.#skipSpaces();
  }

  /** A literal or folded block; undefined where none begins. */
  #blockScalar(column: number): YamlScalar | undefined {
    const start = this.#at;
    blockHeader.lastIndex = start;
    const header = blockHeader.exec(this.#text);
    if (header === null) return undefined;
    const lines = this.#blockLines(column);
    const end = this.#end;
    const text = header[1] === '|' ? lines.join('\n') : folded(lines);
    const last = this.#text[end - 1] === '\n' ? end - this.#ending : end;
    this.#comments = -1;
    this.#skip(end, -1);
    return { kind: 'scalar', start, end: last, style: 'block', text: header[2] === '-' ? text : `${text}\n` };
  }

  /** The lines of a block without their indentation; blank ones behind the last are no part of it. */
  #blockLines(column: number): string[] {
    const lines: string[] = [];
    const { length } = this.#text;
    let at = this.#lineEnd + this.#ending;
    let indent = -1;
    let kept = 0;
    while (at < length) {
      const start = at;
      while (this.#code(at) === space) at++;
      const depth = at - start;
      const end = this.#endOfLine(at);
      if (at === end) {
        // Blank lines that are longer than the indentation are text, or wrong, or neither.
        if (end === length || (indent >= 0 ? depth > indent : depth > 0)) throw notPlain;
        lines.push('');
      } else {
        if (indent < 0) indent = depth;
        if (indent <= column) throw notPlain;
        if (depth < indent) break;
        lines.push(this.#text.slice(start + indent, end));
        kept = lines.length;
        this.#end = Math.min(end + this.#ending, length);
      }
      at = end + this.#ending;
    }
    if (kept === 0) throw notPlain;
    lines.length = kept;
    return lines;
  }

  /** Behind a value: nothing but a comment may follow in its line. */
  #finishLine(): void {
    const start = this.#at;
    this.#skipSpaces();
    if (this.#at < this.#lineEnd && (this.#at === start || this.#code(this.#at) !== hash)) throw notPlain;
    this.#end = Math.min(this.#lineEnd + this.#ending, this.#text.length);
  }

  /**
   * Goes on to the next line that says something.
   * @param from the start of a line.
   * @param owner column of the collection whose scalar was read last: comments that stand deeper, up to the first that does not, are
   *   counted to the scalar. -1 where nothing takes them.
   */
  #skip(from: number, owner: number): void {
    const { length } = this.#text;
    let taking = owner >= 0;
    let at = from;
    while (at < length) {
      const start = at;
      while (this.#code(at) === space) at++;
      const code = this.#code(at);
      if (code === this.#newline) {
        at += this.#ending;
        continue;
      }
      if (at >= length) break;
      if (code === tab) throw notPlain;
      const end = this.#endOfLine(at);
      const column = at - start;
      if (code !== hash) {
        this.#at = at;
        this.#column = column;
        this.#lineEnd = end;
        return;
      }
      at = Math.min(end + this.#ending, length);
      if (taking && column > owner) this.#end = at;
      else {
        taking = false;
        this.#comments = Math.max(this.#comments, column);
      }
    }
    this.#at = length;
    this.#lineEnd = length;
    this.#column = -1;
  }

  #skipSpaces(): void {
    while (this.#code(this.#at) === space) this.#at++;
  }

  /** Whether anything but a comment follows in this line. */
  #says(): boolean {
    return this.#at < this.#lineEnd && this.#code(this.#at) !== hash;
  }

  #isDash(): boolean {
    return this.#code(this.#at) === dash && this.#isBlank(this.#at + 1);
  }

  /** A space, a newline or the end of the text. */
  #isBlank(at: number): boolean {
    const code = this.#code(at);
    return code === space || code === this.#newline || at >= this.#text.length;
  }

  #endOfLine(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end < 0 ? this.#text.length : end + 1 - this.#ending;
  }

  #scalar(style: ScalarStyle, start: number, end: number): YamlScalar {
    return { kind: 'scalar', start, end, style, text: this.#text.slice(start, end) };
  }

  #code(at: number): number {
    return this.#text.charCodeAt(at);
  }
}

/** Lines become one, except around blank ones and those that are indented further. */
function folded(lines: readonly string[]): string {
  let text = '';
  let separator = '';
  let indented = false;
  for (const line of lines) {
    if (line === '') {
      if (separator !== ' ') text += '\n';
      else separator = '\n';
    } else if (line.startsWith(' ') || line.startsWith('\t')) {
      if (separator === ' ') separator = '\n';
      else if (separator === '\n' && !indented) separator = '\n\n';
      text += separator + line;
      separator = '\n';
      indented = true;
    } else {
      text += separator + line;
      separator = ' ';
      indented = false;
    }
  }
  return text;
}
