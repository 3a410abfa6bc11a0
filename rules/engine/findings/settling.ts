/**
 * What has to be written to its end before a finding is right. Half-typed text lacks what its author is about to write, and only some findings hang on
 * that. Must not know who types, or when.
 */

import type { Fix } from '../../contract/finding.ts';
import type { LocalRule } from '../../contract/rule.ts';
import type { Span } from '../../text/source.ts';
import { type Change, isRefusal } from '../../yaml/change.ts';
import type { RawFinding } from '../analyse/analyze.ts';
import { type Offer, offersOf, type Unit } from '../fixes/fix.ts';
import { syntaxError, unusedIgnore } from './notices.ts';

/**
 * `token`: nothing but the text that it points at, or that brought it. `part`: the document, or the Dockerfile; more text in it may be what is missing.
 * `files`: any file of the scope, too.
 */
export type Settling = 'token' | 'part' | 'files';

/** What is made of several lines: a later instruction or list decides what an earlier one means. */
const severalLines: ReadonlySet<LocalRule['subject']> = new Set([
  'dockerfile',
  'stage',
  'rbac-rule',
  'binding',
  'admission',
]);

/** As far as a rule on one document and the place that it reported say. */
export const settlingBy = ({ rule, absent, isWhole }: Pick<RawFinding, 'rule' | 'absent' | 'isWhole'>): Settling =>
  absent || isWhole === true || rule.mendedByMore === true || severalLines.has(rule.subject) ? 'part' : 'token';

/** What the engine itself has to say. @param id of the notice. */
export function settlingOfNotice(id: string): Settling {
  if (id === unusedIgnore.id) return 'files';
  return id === syntaxError.id ? 'part' : 'token';
}

/** A finding with what its fixes need. */
interface Settled {
  readonly finding: { readonly span: Span };
  readonly settling: Settling;
  readonly offer: Offer | undefined;
  readonly unit: Unit;
}

/** @param tokenAt the text that is written in one go around an offset of the file. */
export function settlingOf(item: Settled | undefined, tokenAt: (offset: number) => Span): Settling {
  if (item?.settling !== 'token') return item?.settling ?? 'part';
  const { finding, offer, unit } = item;
  const token = tokenAt(finding.span.start);
  const own = { start: token.start - unit.offset, end: token.end - unit.offset };
  return offersOf(offer).some((fix) => !isRefusal(fix) && onlyAdds(fix, own)) ? 'part' : 'token';
}

/** Whether text is all that is missing: what a fix adds elsewhere, its author may be about to write. */
const onlyAdds = ({ changes = [], edits = [] }: Fix, token: Span): boolean =>
  changes.length + edits.length > 0 &&
  changes.every(addsOnly) &&
  edits.every(
    ({ start, end, text }) => start === end && (text.includes('\n') || start < token.start || start > token.end),
  );

function addsOnly(change: Change): boolean {
  if (change.kind === 'append' || change.kind === 'document') return true;
  return change.kind === 'set' && !change.field.present;
}
