/**
 * Texts that bear a Dockerfile's name and are templates of one: what stands between their marks is another language. Marks in quotes, heredocs, comments
 * and in what a shell reads are text, as in `docker inspect --format '{{.Id}}'`.
 */
import { baseName } from '../../text/path.ts';
import { lineStart, nextLine } from '../../text/source.ts';
import { type RawInstruction, readLines } from './lines.ts';

/** What generators call their templates. Sources: the documentation of autoconf, Jinja, Go, ERB, EEx, Mustache, Handlebars, Liquid, Twig and m4. */
const templateName =
  /\.(?:template|templ|tmpl|tpl|gotmpl|gotpl|j2|jinja2?|in|erb|eex|leex|ejs|hbs|handlebars|mustache|liquid|twig|mako|m4|tt2?|ftl|vm|jsonnet|dhall|ytt)$/i;

/** `Dockerfile.template`, `Dockerfile.in`. */
export function isTemplateName(path: string): boolean {
  return templateName.test(baseName(path));
}

/** Where a mark of a template language opens; `%%` encloses a name. */
const mark = /\{\{|\{%|<%|%%[A-Za-z_]/;
/** At the beginning of an instruction, or of what it is given, that of a comment as well. */
const leadingMark = /^(?:\{[{%#]|<%|%%[A-Za-z_])/;
const anyMark = /\{\{|\{%|<%|%%[A-Za-z_]|^\{#|@\w+@/m;

/** Their arguments are for a shell or for the kernel, which know braces of their own. */
const shellKeywords = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'SHELL']);

/** Variables and labels that hold a format for a program written in Go. */
const formatName = /format|fmt|template|tmpl/i;

/** @param text of a file with a Dockerfile's name. @returns whether a mark of a template language stands where only Dockerfile text can. */
export function isTemplateText(text: string): boolean {
  if (!anyMark.test(text)) return false;
  const { logical, instructions, escape } = readLines(text);
  return instructions.some((instruction) => isTemplated(text, logical, instruction, escape));
}

function isTemplated(text: string, logical: string, { head: span }: RawInstruction, escape: string): boolean {
  const head = logical.slice(span.start, span.end);
  if (!anyMark.test(head)) return false;
  const plain = withoutQuotes(head, escape);
  const [, keyword = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(plain.replace(/^onbuild\s+/i, '')) ?? [];
  // No reference of an image has such characters, in quotes or not; `@NAME@` is autoconf's.
  if (/^from$/i.test(keyword)) return mark.test(withoutVariables(head)) || /(?:^|[\s/:])@\w+@/.test(head);
  if (leadingMark.test(keyword) || leadingMark.test(rest)) return true;
  if (!mark.test(plain)) return false;
  if (shellKeywords.has(keyword.toUpperCase())) return hasLineOfTemplate(text, plain, span.start, span.end);
  return !(/^(?:env|arg|label)$/i.test(keyword) && formatName.test(rest.slice(0, Math.max(0, rest.search(mark)))));
}

const withoutVariables = (head: string): string => head.replaceAll(/\$\{[^{}]*\}/g, '');

/** Between the lines of a RUN: `{% if slim %}` begins no command of a shell. */
function hasLineOfTemplate(text: string, plain: string, start: number, end: number): boolean {
  for (let at = nextLine(text, lineStart(text, start)); at < end; at = nextLine(text, at)) {
    const blank = /^[ \t]*/.exec(text.slice(at, Math.min(end, at + 200)))?.[0].length ?? 0;
    if (/^(?:\{%|<%|\{\{-?\s)/.test(plain.slice(at + blank - start, at + blank - start + 4))) return true;
  }
  return false;
}

/** Quoted text and `${...}` as blanks, at the same offsets. */
function withoutQuotes(head: string, escape: string): string {
  const parts: string[] = [];
  let at = 0;
  const blankTo = (from: number, to: number): void => {
    parts.push(head.slice(at, from), ' '.repeat(to - from));
    at = to;
  };
  for (let i = 0; i < head.length; i++) {
    const char = head[i] as string;
    if (char === escape) i++;
    else if (char === '$' && head[i + 1] === '{' && head[i + 2] !== '{') {
      const close = head.indexOf('}', i);
      const to = close < 0 ? head.length : close + 1;
      blankTo(i, to);
      i = to - 1;
    } else if (char === '"' || char === "'") {
      const to = endOfQuote(head, i, char, escape);
      // A lone apostrophe, as in a label's text, quotes nothing.
      if (to === undefined) continue;
      blankTo(i, to);
      i = to - 1;
    }
  }
  return parts.join('') + head.slice(at);
}

function endOfQuote(head: string, from: number, quote: string, escape: string): number | undefined {
  for (let i = from + 1; i < head.length; i++) {
    if (head[i] === escape && quote === '"') i++;
    else if (head[i] === quote) return i + 1;
  }
  return undefined;
}
