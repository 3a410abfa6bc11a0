/**
 * A document damaged by typing does not flash: while it cannot be read, the findings of its last readable version stay, moved to
 * where their text is now. One keystroke in ten loses a container from the tree (an opening quote, a dash, a tab).
 */
import type { Span } from '../../text/source.ts';
import type { RawFinding } from '../analyse/analyze.ts';
import type { DocumentAnalysis } from '../analyse/document-analysis.ts';

/**
 * @returns the findings to show instead of the new ones, or undefined when the new ones can be trusted: the document is readable,
 *   or it has lost no object and no finding.
 */
export function staleFindings(
  before: { readonly unit: DocumentAnalysis; readonly stale: readonly RawFinding[] | undefined },
  now: DocumentAnalysis,
): readonly RawFinding[] | undefined {
  if (now.document === undefined || now.document.problems.length === 0 || before.unit.document === undefined)
    return undefined;
  const last = before.stale ?? before.unit.analysis.findings;
  const readable = before.stale !== undefined || before.unit.document.problems.length === 0;
  if (!readable || last.length <= now.analysis.findings.length) return undefined;
  const [from, to] = [before.unit.document.text, now.document.text];
  let prefix = 0;
  const shorter = Math.min(from.length, to.length);
  while (prefix < shorter && from.charCodeAt(prefix) === to.charCodeAt(prefix)) prefix++;
  let suffix = 0;
  while (
    suffix < shorter - prefix &&
    from.charCodeAt(from.length - 1 - suffix) === to.charCodeAt(to.length - 1 - suffix)
  )
    suffix++;
  const shift = to.length - from.length;
  const move = (span: Span): Span | undefined => {
    if (span.end <= prefix) return span;
    if (span.start >= from.length - suffix) return { start: span.start + shift, end: span.end + shift };
    return undefined;
  };
  return last.flatMap((finding) => {
    const anchor = move(finding.anchor);
    if (anchor === undefined) return [];
    // Its fix was made for a text that is gone.
    const { offer: _offer, resource: _resource, related, ...rest } = finding;
    const moved = related.flatMap(({ anchor: at, message }) => {
      const place = move(at);
      return place === undefined ? [] : [{ anchor: place, message }];
    });
    return [{ ...rest, anchor, related: moved }];
  });
}
