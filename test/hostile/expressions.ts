/** Regular expressions of the sources, and texts that are the worst for them. */

export interface Expression {
  readonly source: string;
  readonly flags: string;
  readonly line: number;
}

const before = /(?:^|=>|[(,=:[!&|?{};+\n]|\b(?:return|of|in|case|typeof|yield|await))\s*$/;

/** The literals of a TypeScript text, found by a reader of comments, strings and templates. */
export function expressionsIn(text: string): Expression[] {
  const found: Expression[] = [];
  /** Depth of braces within each template that is open. */
  const templates: number[] = [];
  let depth = 0;
  let line = 1;
  let at = 0;
  const skip = (to: number): void => {
    for (; at < to; at++) if (text[at] === '\n') line++;
  };
  /** Past the text of a template, up to its end or to what it holds. */
  const template = (): void => {
    let to = at;
    while (to < text.length && text[to] !== '`' && !text.startsWith('${', to)) to += text[to] === '\\' ? 2 : 1;
    if (text[to] === '$') {
      templates.push(depth);
      skip(to + 2);
    } else skip(to + 1);
  };
  while (at < text.length) {
    const char = text[at] as string;
    if (text.startsWith('//', at)) skip(indexOr(text, '\n', at));
    else if (text.startsWith('/*', at)) skip(indexOr(text, '*/', at) + 2);
    else if (char === "'" || char === '"') {
      let to = at + 1;
      while (to < text.length && text[to] !== char) to += text[to] === '\\' ? 2 : 1;
      skip(to + 1);
    } else if (char === '`') {
      skip(at + 1);
      template();
    } else if (char === '{') {
      depth++;
      skip(at + 1);
    } else if (char === '}') {
      skip(at + 1);
      if (templates.at(-1) === depth) {
        templates.pop();
        template();
      } else depth--;
    } else if (char === '/' && before.test(text.slice(Math.max(0, at - 80), at))) {
      let to = at + 1;
      let inClass = false;
      for (; to < text.length && (inClass || text[to] !== '/'); to++) {
        if (text[to] === '\\') to++;
        else if (text[to] === '[') inClass = true;
        else if (text[to] === ']') inClass = false;
      }
      const flags = /^[a-z]*/.exec(text.slice(to + 1, to + 12))?.[0] ?? '';
      found.push({ source: text.slice(at + 1, to), flags, line });
      skip(to + 1 + flags.length);
    } else skip(at + 1);
  }
  return found;
}

const indexOr = (text: string, word: string, from: number): number => {
  const found = text.indexOf(word, from);
  return found < 0 ? text.length : found;
};

type Node =
  | { readonly kind: 'char'; readonly samples: readonly string[] }
  | { readonly kind: 'sequence'; readonly items: readonly Node[] }
  | { readonly kind: 'choice'; readonly items: readonly Node[] }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'repeat'; readonly of: Node; readonly least: number; readonly most: number };

const letters = [
  ...'aZ0 \t\n\r-_.,:;/\\\'"`=@#$&|<>(){}[]*+?!%^~bcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXY123456789\u0001\u00e9',
];

/** Enough of the grammar for the expressions here; what is not known becomes nothing. */
class Reader {
  readonly #source: string;
  readonly #flags: string;
  #at = 0;

  constructor(source: string, flags: string) {
    this.#source = source;
    this.#flags = flags.replace(/[gy]/g, '');
  }

  choice(): Node {
    const items = [this.#sequence()];
    while (this.#source[this.#at] === '|') {
      this.#at++;
      items.push(this.#sequence());
    }
    return items.length === 1 ? (items[0] as Node) : { kind: 'choice', items };
  }

  #sequence(): Node {
    const items: Node[] = [];
    while (this.#at < this.#source.length && this.#source[this.#at] !== '|' && this.#source[this.#at] !== ')') {
      items.push(this.#repeated(this.#atom()));
    }
    return { kind: 'sequence', items };
  }

  #repeated(of: Node): Node {
    const match = /^(?:[*+?]|\{(\d+)(,(\d*))?\})\??/.exec(this.#source.slice(this.#at));
    if (match === null) return of;
    this.#at += match[0].length;
    const [sign] = match[0];
    if (sign !== '{')
      return { kind: 'repeat', of, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Number.POSITIVE_INFINITY };
    const least = Number(match[1]);
    const most = match[2] === undefined ? least : match[3] === '' ? Number.POSITIVE_INFINITY : Number(match[3]);
    return { kind: 'repeat', of, least, most };
  }

  #atom(): Node {
    const rest = this.#source.slice(this.#at);
    const group = /^\((?:\?(?:<?[=!]|<[A-Za-z]\w*>|:))?/.exec(rest);
    if (group !== null) {
      this.#at += group[0].length;
      const inner = this.choice();
      this.#at++;
      if (/!/.test(group[0])) return { kind: 'nothing' };
      return inner;
    }
    const token =
      /^(?:\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|k<\w+>|c[A-Z]|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|[\s\S])/.exec(
        rest,
      )?.[0] ?? '';
    this.#at += Math.max(1, token.length);
    if (token === '^' || token === '$' || /^\\(?:[bB]|\d|k)/.test(token)) return { kind: 'nothing' };
    const one = new RegExp(`^(?:${token})$`, this.#flags.replace('m', ''));
    const literal = /^\\(?:u|x)|^[^\\[.]/.test(token) ? [unescaped(token)] : [];
    const samples = [...literal, ...letters].filter((char) => one.test(char));
    return samples.length === 0 ? { kind: 'nothing' } : { kind: 'char', samples: [...new Set(samples)] };
  }
}

const unescaped = (token: string): string => {
  const code = /^\\[ux]\{?([\dA-Fa-f]+)/.exec(token)?.[1];
  return code === undefined ? token : String.fromCodePoint(Number.parseInt(code, 16));
};

/** A short text that it matches. */
function shortest(node: Node, more = false): string {
  switch (node.kind) {
    case 'char':
      return node.samples[0] ?? '';
    case 'sequence':
      return node.items.map((item) => shortest(item, more)).join('');
    case 'choice':
      return shortest(node.items[0] as Node, more);
    case 'repeat':
      return shortest(node.of, more).repeat(Math.min(60, Math.max(node.least, more && node.most > 0 ? 1 : 0)));
    case 'nothing':
      return '';
  }
}

/** Texts that one round of a loop matches. */
function rounds(node: Node): readonly string[] {
  switch (node.kind) {
    case 'char':
      return varied(node.samples);
    case 'sequence': {
      const whole = [shortest(node), shortest(node, true)];
      return [...whole, ...node.items.flatMap((item) => (item.kind === 'repeat' ? rounds(item.of) : []))];
    }
    case 'choice':
      return node.items.flatMap(rounds);
    case 'repeat':
      return [shortest(node, true), ...rounds(node.of)];
    case 'nothing':
      return [];
  }
}

/** Few that stand for all: letters behave alike. */
function varied(samples: readonly string[]): readonly string[] {
  const kinds = new Map<string, string>();
  for (const char of samples) {
    const kind = /[a-z]/.test(char) ? 'a' : /[A-Z]/.test(char) ? 'A' : /\d/.test(char) ? '0' : char;
    if (!kinds.has(kind)) kinds.set(kind, char);
  }
  return [...kinds.values()].slice(0, 12);
}

export interface Pump {
  readonly prefix: string;
  readonly pump: string;
  readonly suffix: string;
}

/** For each loop without an end: what comes before it, a round of it, and something that it does not expect. */
export function pumpsOf({ source, flags }: Expression): readonly Pump[] {
  const pumps = new Map<string, Pump>();
  const add = (prefix: string, full: string, pump: string): void => {
    if (pump === '') return;
    for (const start of new Set([prefix, full, '']))
      for (const suffix of ['\u0001', '\n\u0001', 'a!', ''])
        pumps.set(JSON.stringify([start, pump, suffix]), { prefix: start, pump, suffix });
  };
  /** @param full the same with a round of every loop. */
  const walk = (node: Node, prefix: string, full: string): void => {
    switch (node.kind) {
      case 'sequence': {
        let [so, fully] = [prefix, full];
        for (const item of node.items) {
          walk(item, so, fully);
          so += shortest(item);
          fully += shortest(item, true);
        }
        // What the whole begins with, again and again: every beginning may be a start.
        if (prefix === '') {
          let start = '';
          for (const item of node.items) {
            start += shortest(item, true);
            if (start.length > 0 && start.length < 40) add('', '', start);
          }
        }
        return;
      }
      case 'choice':
        for (const item of node.items) walk(item, prefix, full);
        return;
      case 'repeat':
        if (node.most > 40) for (const round of new Set(rounds(node.of))) add(prefix, full, round);
        walk(node.of, prefix, full);
    }
  };
  walk(new Reader(source, flags).choice(), '', '');
  return [...pumps.values()];
}
