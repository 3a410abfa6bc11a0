/** What there is to say of the ignores of a file: which are not understood, and which hide nothing. */

import type { FixOffer } from '../../contract/finding.ts';
import type { Rule } from '../../contract/rule.ts';
import type { TextEdit } from '../../text/edit.ts';
import { closest } from '../../text/similar.ts';
import type { Span } from '../../text/source.ts';
import { formerId, malformedIgnore, unusedIgnore } from '../findings/notices.ts';
import type { Ignore } from '../findings/suppress.ts';
import type { DocumentRecord, FileRecord } from './file-record.ts';
import { fromNotice, type PendingFinding } from './pending-finding.ts';

/** What is known when all rules have run. */
export interface Ran {
  readonly known: ReadonlyMap<string, Rule>;
  /** The scope was read completely, so that what rules on several files did not report is not there. */
  readonly complete: boolean;
  /** Rules on several files that threw. */
  readonly failed: ReadonlyMap<string, string>;
  /** Whether an ignore of a document hid a finding of a rule. */
  isUsed(document: number, ignore: Ignore, rule: string): boolean;
}

/** @returns notices in offsets of the file; none blames an ignore whose rule did not run to its end. */
export function aboutIgnores(record: FileRecord, ran: Ran): readonly PendingFinding[] {
  return record.units.flatMap((document, i) =>
    document.unit.ignores
      .filter(({ foreign }) => foreign !== true)
      .flatMap((ignore) => malformed(document, ignore) ?? unusedOrUnknown(record, i, ignore, ran)),
  );
}

function malformed(document: DocumentRecord, { rules, reason, span }: Ignore): readonly PendingFinding[] | undefined {
  const say = (message: string): readonly PendingFinding[] => [fromNotice(malformedIgnore, message, span, document)];
  if (rules.length === 0) return say('This ignore names no rule: write `# seaworthy-ignore rule-id: reason`.');
  if (reason === '') return say('This ignore gives no reason, so it hides nothing: add `: why it is fine here`.');
  return undefined;
}

function unusedOrUnknown({ units, rules }: FileRecord, i: number, ignore: Ignore, ran: Ran): readonly PendingFinding[] {
  const document = units[i] as DocumentRecord;
  const { unit } = document;
  const failed = new Set(unit.analysis.failures.map(({ rule }) => rule));
  const damaged = (unit.document?.problems.length ?? 0) > 0;
  return ignore.rules.flatMap(({ id: written, span }) => {
    const rule = ran.known.get(written);
    if (rule === undefined) {
      const meant = closest(written, ran.known.keys());
      const message = `There is no rule ${written}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
      return [fromNotice(malformedIgnore, message, span, document)];
    }
    const { id } = rule;
    const renamed = id === written ? [] : [aboutFormerId(document, written, id, span)];
    const hasRun =
      rules.severity.has(id) &&
      !failed.has(id) &&
      !damaged &&
      (rule.subject !== 'workspace' || (ran.complete && !ran.failed.has(id)));
    if (!hasRun || ran.isUsed(i, ignore, id)) return renamed;
    return [fromNotice(unusedIgnore, `${id} has nothing to hide here: delete this ignore.`, span, document)];
  });
}

/** An ignore that counts, and names its rule as it was once called. */
function aboutFormerId(document: DocumentRecord, written: string, id: string, span: Span): PendingFinding {
  // In an annotation the id stands behind a prefix.
  const edit: TextEdit = { start: span.end - written.length, end: span.end, text: id };
  const notice = fromNotice(formerId, `${written} is now called ${id}.`, span, document);
  const offer = (): FixOffer => ({ title: `Write ${id}`, edits: [edit] });
  return { ...notice, fixable: { ...notice.fixable, level: 'safe', offer } };
}
