/**
 * Patterns of `.gitignore`, as Git means them, in time that grows with a pattern and a name alone: expressions made of patterns may take years. Knows
 * no disk. Source: gitignore(5); Git's `dir.c` (`parse_path_pattern`, `match_pathname`) and `wildmatch.c`, which `git check-ignore` answers by.
 *
 * Other than in Git, case never counts, so that a scan says the same on every disk, and `?` is one UTF-16 unit, not one byte.
 */

/** Characters of a pattern; a longer one is longer than paths can be, and stands for nothing. */
const longest = 4096;

/** Folders whose answer is kept. */
const folderLimit = 10_000;

interface Pattern {
  readonly negative: boolean;
  readonly foldersOnly: boolean;
  /** It is compared with the last part of a path alone. */
  readonly ofName: boolean;
  readonly steps: readonly Step[];
  /** Where all steps are letters, or all but a star before them: what a name is, or ends with. */
  readonly plain: { readonly word: string; readonly isEnd: boolean } | undefined;
}

type Range = readonly [first: number, last: number];

type Step =
  /** Lower case. */
  | { readonly kind: 'letter'; readonly code: number }
  /** One character that is no slash: what the ranges hold, or what they do not. */
  | { readonly kind: 'one'; readonly ranges: readonly Range[]; readonly negated: boolean }
  /** Any number of characters; `deep` also slashes. */
  | { readonly kind: 'many'; readonly deep: boolean }
  /** The next two steps may be left out, as a `**` and its slash may. */
  | { readonly kind: 'maybe' };

const slash = 47;

export type Verdict = 'ignored' | 'kept';

export class IgnorePatterns {
  readonly #patterns: readonly Pattern[];
  readonly #folders = new Map<string, Verdict | undefined>();

  /** @param lines of an ignore file, without their ends; comments and blank ones count for nothing. */
  constructor(lines: readonly string[]) {
    this.#patterns = lines
      .flatMap((line, i) => patternOf(i === 0 ? line.replace(/^\ufeff/, '') : line) ?? [])
      .reverse();
  }

  /**
   * @param path relative to the folder of the patterns, with `/` between the parts and behind a folder.
   * @returns what the last pattern says that fits it, or that fits a folder it lies in: nothing is kept there. Undefined when none does.
   */
  verdict(path: string): Verdict | undefined {
    const isFolder = path.endsWith('/');
    const whole = isFolder ? path.slice(0, -1) : path;
    if (whole === '') return undefined;
    if (!isFolder) return this.#judge(whole, false);
    let verdict = this.#folders.get(whole);
    if (verdict === undefined && !this.#folders.has(whole)) {
      verdict = this.#judge(whole, true);
      if (this.#folders.size >= folderLimit) this.#folders.clear();
      this.#folders.set(whole, verdict);
    }
    return verdict;
  }

  ignores(path: string): boolean {
    return this.verdict(path) === 'ignored';
  }

  #judge(path: string, isFolder: boolean): Verdict | undefined {
    const end = path.lastIndexOf('/');
    if (end > 0 && this.ignores(path.slice(0, end + 1))) return 'ignored';
    const folded = fold(path);
    const name = folded.slice(end + 1);
    const found = this.#patterns.find(
      (pattern) => (isFolder || !pattern.foldersOnly) && fits(pattern, pattern.ofName ? name : folded),
    );
    return found === undefined ? undefined : found.negative ? 'kept' : 'ignored';
  }
}

/** Lower case where that is one unit too, so that the length stays. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : Array.from({ length: text.length }, (_, i) => foldUnit(text, i)).join('');
}

function foldUnit(text: string, at: number): string {
  const unit = text.charAt(at);
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}

/** @returns undefined where the line holds no pattern, or one that fits nothing. */
function patternOf(line: string): Pattern | undefined {
  if (line.startsWith('#')) return undefined;
  const trimmed = withoutTrailingSpaces(line);
  const negative = trimmed.startsWith('!');
  const written = negative ? trimmed.slice(1) : trimmed;
  const foldersOnly = written.endsWith('/');
  const whole = foldersOnly ? written.slice(0, -1) : written;
  if (whole === '' || whole.length > longest) return undefined;
  const ofName = !whole.includes('/');
  const steps = stepsOf(whole.startsWith('/') ? whole.slice(1) : whole, ofName);
  if (steps === undefined) return undefined;
  return { negative, foldersOnly, ofName, steps, plain: plainOf(steps, ofName) };
}

/** Only spaces, and none behind a backslash. */
function withoutTrailingSpaces(line: string): string {
  let end = 0;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') end = Math.min(line.length, ++at + 1);
    else if (line[at] !== ' ') end = at + 1;
  }
  return line.slice(0, end);
}

function plainOf(steps: readonly Step[], ofName: boolean): Pattern['plain'] {
  const isEnd = ofName && steps[0]?.kind === 'many';
  const letters = isEnd ? steps.slice(1) : steps;
  const codes = letters.flatMap((step) => (step.kind === 'letter' ? [step.code] : []));
  if (codes.length < letters.length) return undefined;
  return { word: String.fromCharCode(...codes), isEnd };
}

/** @returns undefined where the pattern fits nothing: a backslash or a bracket is open. */
function stepsOf(text: string, ofName: boolean): readonly Step[] | undefined {
  const steps: Step[] = [];
  // Git compares what comes before the first special character apart, so that a `**` there begins what is left.
  const literal = /^[^*?[\\]*/.exec(text)?.[0].length ?? 0;
  const closes = new Closes(text);
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '*') {
      const start = at;
      while (text[at + 1] === '*') at++;
      const next = text[at + 1];
      const begins = start === literal || text[start - 1] === '/';
      const ends = next === undefined || next === '/' || (next === '\\' && text[at + 2] === '/');
      const deep = !ofName && at > start && begins && ends;
      if (deep && next === '/') steps.push({ kind: 'maybe' });
      steps.push({ kind: 'many', deep });
    } else if (char === '?') steps.push({ kind: 'one', ranges: [], negated: true });
    else if (char === '[') {
      const set = bracketAt(text, at, closes);
      if (set === undefined) return undefined;
      steps.push(set.step);
      at = set.end;
    } else {
      if (char === '\\') at++;
      if (at >= text.length) return undefined;
      steps.push({ kind: 'letter', code: foldUnit(text, at).charCodeAt(0) });
    }
  }
  return steps;
}

/** Where the next `]` is, without looking twice at what lies between. */
class Closes {
  readonly #text: string;
  #next = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** @param from never lower than the one before. @returns -1 when there is none. */
  after(from: number): number {
    if (this.#next >= 0 && this.#next <= from) this.#next = this.#text.indexOf(']', from);
    return this.#next;
  }
}

/** The first and the last of each range. Git's classes are those of ASCII. */
const classes: ReadonlyMap<string, readonly Range[]> = new Map(
  Object.entries({
    alnum: '09AZaz',
    alpha: 'AZaz',
    blank: '\t\t  ',
    cntrl: '\0\x1f\x7f\x7f',
    digit: '09',
    graph: '!~',
    lower: 'az',
    print: ' ~',
    punct: '!/:@[`{~',
    space: '\t\n\r\r  ',
    upper: 'AZ',
    xdigit: '09AFaf',
  }).map(([name, ends]) => [
    name,
    Array.from({ length: ends.length / 2 }, (_, i) => [ends.charCodeAt(2 * i), ends.charCodeAt(2 * i + 1)] as const),
  ]),
);

/** The set whose `[` is at an offset, and where its `]` is; undefined where it has none, or names a class that is unknown. */
function bracketAt(
  text: string,
  open: number,
  closes: Closes,
): { readonly step: Step; readonly end: number } | undefined {
  const ranges: Range[] = [];
  const negated = text[open + 1] === '!' || text[open + 1] === '^';
  /** What a `-` would be a range from. */
  let from: number | undefined;
  let at = open + (negated ? 2 : 1);
  // The first character is one of the set, even a `]`.
  do {
    if (text[at] === '-' && from !== undefined && at + 1 < text.length && text[at + 1] !== ']') {
      at += text[at + 1] === '\\' ? 2 : 1;
      ranges.push([from, text.charCodeAt(at)]);
      from = undefined;
    } else if (text.startsWith('[:', at) && isNamed(text, at, closes)) {
      const close = closes.after(at + 2);
      const named = classes.get(text.slice(at + 2, close - 1));
      if (named === undefined) return undefined;
      ranges.push(...named);
      from = undefined;
      at = close;
    } else {
      // An open `[:` ends the whole, as Git sees it.
      if (text.startsWith('[:', at) && closes.after(at + 2) < 0) return undefined;
      if (text[at] === '\\') at++;
      from = text.charCodeAt(at);
      ranges.push([from, from]);
    }
    if (++at >= text.length) return undefined;
  } while (text[at] !== ']');
  return { step: { kind: 'one', ranges, negated }, end: at };
}

/** Whether `[:` at an offset is closed by `:]`. */
function isNamed(text: string, at: number, closes: Closes): boolean {
  const close = closes.after(at + 2);
  return close > at + 2 && text[close - 1] === ':';
}

/** Follows all ways through the steps at once: each character looks at each step once at most. @param text in lower case. */
function fits({ steps, plain }: Pattern, text: string): boolean {
  if (plain !== undefined) return plain.isEnd ? text.endsWith(plain.word) : text === plain.word;
  /** For each step the round that entered it last. */
  const entered = new Int32Array(steps.length + 1);
  let current: number[] = [];
  let next: number[] = [];
  const enter = (at: number, round: number): void => {
    if (entered[at] === round) return;
    entered[at] = round;
    next.push(at);
    const kind = steps[at]?.kind;
    if (kind === 'many' || kind === 'maybe') enter(at + 1, round);
    if (kind === 'maybe') enter(at + 3, round);
  };
  enter(0, 1);
  for (let i = 0; i < text.length && next.length > 0; i++) {
    [current, next] = [next, []];
    const code = text.charCodeAt(i);
    for (const at of current) {
      const step = steps[at];
      if (step === undefined || step.kind === 'maybe') continue;
      if (step.kind === 'many') {
        if (step.deep || code !== slash) enter(at, i + 2);
      } else if (step.kind === 'letter' ? code === step.code : code !== slash && holds(step, code))
        enter(at + 1, i + 2);
    }
  }
  return next.includes(steps.length);
}

/** @param code of a character in lower case. */
function holds({ ranges, negated }: Extract<Step, { kind: 'one' }>, code: number): boolean {
  const upper = String.fromCharCode(code).toUpperCase().charCodeAt(0);
  const within = ranges.some(([first, last]) => (first <= code && code <= last) || (first <= upper && upper <= last));
  return within !== negated;
}
