/** A text that is written in a scalar, such as YAML within YAML, and where it stands in the document around it. */
import type { Span } from '../text/source.ts';
import type { Field } from './field.ts';

/**
 * @param field a string.
 * @returns where a stretch of its text stands in its document: to the character in a block scalar that keeps its lines (`|`), else the whole value.
 */
export function embeddedSpans(field: Field): (span: Span) => Span {
  const { anchor, node, document, text = '' } = field;
  if (node?.kind !== 'scalar' || node.style !== 'block') return () => anchor;
  const written = document.text.slice(node.start, node.end);
  const head = written.indexOf('\n') + 1;
  if (!written.slice(0, head).includes('|')) return () => anchor;
  const indent = indentOf(written.slice(head)) - indentOf(text);
  /** Where lines begin: in the text, and in the document. */
  const lines: { readonly inner: number; readonly outer: number }[] = [];
  let inner = 0;
  for (let outer = head; outer < written.length && inner <= text.length; ) {
    const end = written.indexOf('\n', outer);
    const line = written.slice(outer, end < 0 ? undefined : end).replace(/\r$/, '');
    const taken = Math.min(indent, line.length);
    lines.push({ inner, outer: node.start + outer + taken });
    inner += line.length - taken + 1;
    outer = end < 0 ? written.length : end + 1;
  }
  const at = (offset: number): number => {
    const line = lines.findLast((one) => one.inner <= offset) ?? lines[0];
    return line === undefined ? anchor.start : Math.min(line.outer + offset - line.inner, node.end);
  };
  return ({ start, end }) => ({ start: at(start), end: Math.max(at(end), at(start)) });
}

/** Blanks before the first line that says something. */
const indentOf = (text: string): number => /^( *)[^\s]/m.exec(text)?.[1]?.length ?? 0;
