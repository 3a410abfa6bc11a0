/** Regular expressions as the sources write them. */
import type { Expression } from './expression-program.ts';

export interface Written {
  readonly literals: readonly (Expression & { readonly line: number })[];
  /** Lines that make an expression of a text: nobody sees what it will be. */
  readonly built: readonly number[];
}

const before = /(?:^|=>|[(,=:[!&|?{};+\n]|\b(?:return|of|in|case|typeof|yield|await))\s*$/;

/** The expressions of a TypeScript text, found by a reader of comments, strings and templates. */
export function expressionsIn(text: string): Written {
  const literals: (Expression & { readonly line: number })[] = [];
  const built: number[] = [];
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
      literals.push({ source: text.slice(at + 1, to), flags, line });
      skip(to + 1 + flags.length);
    } else {
      if (/^RegExp\s*\(/.test(text.slice(at, at + 40)) && !/[\w$]/.test(text[at - 1] ?? '')) built.push(line);
      skip(at + 1);
    }
  }
  return { literals, built };
}

const indexOr = (text: string, word: string, from: number): number => {
  const found = text.indexOf(word, from);
  return found < 0 ? text.length : found;
};
