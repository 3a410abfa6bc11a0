/**
 * Quoted texts whose further lines stand no deeper than their key. YAML 1.2 asks for more indentation; the reader that Kubernetes and kubectl are built with
 * does not (go-yaml, as libyaml before it), and generators of CustomResourceDefinitions wrote such texts for years. Knows lines alone, no tree.
 */

/** A key whose value begins with a quote, or an item of a list that is one; the key or the last dash ends what the text belongs to. */
const opening = /^( *(?:- +)*)(?:[\w.$/-]{1,200}: +|(?<=- ))(['"])/;

/** Lines that one text may have; more are a quote that is never closed. */
const mostLines = 100;

/** @returns the same text, as long as before, with such line breaks written as blanks, and where they were; undefined where there are none. */
export function joinLooseQuotes(
  text: string,
): { readonly text: string; readonly joined: readonly number[] } | undefined {
  const lines = text.split('\n');
  const joined: number[] = [];
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    const last = lastOf(lines, i);
    const indent = indentOfOwner(line);
    const isLoose =
      last > i && lines.slice(i + 1, last + 1).some((one) => one.trim() !== '' && indentOf(one) <= indent);
    const end = isLoose ? last : i;
    for (let at = i; at < end; at++) {
      const one = lines[at] as string;
      joined.push(start + one.length);
      start += one.length + 1;
    }
    const whole = lines.slice(i, end + 1);
    parts.push(isLoose ? whole.map((one) => one.replace(/\r$/, ' ')).join(' ') : line);
    start += (lines[end] as string).length + 1;
    i = end;
  }
  return joined.length === 0 ? undefined : { text: parts.join('\n'), joined };
}

/** Columns before the key, or the last dash, whose value a line's quote opens: what stands deeper is part of the text by any reader. */
function indentOfOwner(line: string): number {
  const [whole = '', before = '', quote] = opening.exec(line) ?? [];
  return whole === `${before}${quote}` ? before.trimEnd().length - 1 : before.length;
}

/** The line on which the quote that a line opens is closed; the line itself where it opens none, or the quote is never closed. */
function lastOf(lines: readonly string[], first: number): number {
  const line = lines[first] as string;
  const match = opening.exec(line);
  const quote = match?.[2];
  if (match === null || quote === undefined) return first;
  let rest = line.slice(match[0].length);
  for (let at = first; at < lines.length && at - first < mostLines; ) {
    if (isClosed(rest, quote)) return at;
    at++;
    rest = lines[at] ?? '';
  }
  return first;
}

/** Whether a line holds the quote, not as part of the text: doubled within single quotes, behind a backslash within double ones. */
function isClosed(text: string, quote: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (quote === '"' && text[i] === '\\') i++;
    else if (text[i] === quote) {
      if (quote === '"' || text[i + 1] !== "'") return true;
      i++;
    }
  }
  return false;
}

function indentOf(line: string): number {
  let indent = 0;
  while (line[indent] === ' ') indent++;
  return indent;
}
