/** What its author gave a reason for: it weighs one step less, since somebody thought of it, and nobody is shown that it is right. */
import { lineEnd, lineStart } from '../text/source.ts';
import type { Field } from '../yaml/field.ts';
import { type Severity, severities, type Weight } from './finding.ts';

/** A reason has as many words as this; fewer say what it is. */
const fewestWords = 5;

/** @param fields any of which may have the comment. @param severity of the rule. @returns one step less where a comment line directly above gives a reason. */
export function besideReason(fields: readonly Field[], severity: Severity): Weight {
  const lower = severities[severities.indexOf(severity) + 1];
  return lower !== undefined && fields.some(hasReason) ? { atMost: lower } : {};
}

/** Lines directly above the key, or above the keys that do nothing but lead to it. */
function hasReason(field: Field): boolean {
  const { text } = field.document;
  let at = lineStart(text, field.anchorOfKey.start);
  let depth = depthOf(text, at);
  while (at > 0) {
    const above = lineStart(text, at - 1);
    const line = text.slice(above, lineEnd(text, above));
    if (/^\s*#/.test(line)) {
      if (isReason(line)) return true;
    } else if (/^\s*(?:- )?["']?[\w./-]+["']?:\s*$/.test(line) && depthOf(text, above) < depth)
      depth = depthOf(text, above);
    else return false;
    at = above;
  }
  return false;
}

const depthOf = (text: string, start: number): number => text.slice(start, lineEnd(text, start)).search(/\S/);

/** Words of a person, and no YAML that was taken out. */
function isReason(line: string): boolean {
  const comment = line.replace(/^[\s#]+/, '');
  if (/^(?:- )?["']?[\w./-]+["']?:(?:\s|$)/.test(comment) && !/^(?:note|why|reason):/i.test(comment)) return false;
  if (/^(?:seaworthy|hadolint|checkov|trivy|kics|nosec)\b/i.test(comment)) return false;
  return comment.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length >= fewestWords;
}
