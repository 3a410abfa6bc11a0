/** What there is to say of the ignores of a file: which are not understood, and which hide nothing. */

import type { Rule } from '../../contract/rule.ts';
import { closest } from '../../text/similar.ts';
import { malformedIgnore, unusedIgnore } from '../findings/notices.ts';
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
  const { unit, stale } = document;
  const failed = new Set(unit.analysis.failures.map(({ rule }) => rule));
  const damaged = (unit.document?.problems.length ?? 0) > 0 || stale !== undefined;
  return ignore.rules.flatMap(({ id, span }) => {
    const rule = ran.known.get(id);
    if (rule === undefined) {
      const meant = closest(id, ran.known.keys());
      const message = `There is no rule ${id}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
      return [fromNotice(malformedIgnore, message, span, document)];
    }
    const hasRun =
      rules.severity.has(id) &&
      !failed.has(id) &&
      !damaged &&
      (rule.subject !== 'workspace' || (ran.complete && !ran.failed.has(id)));
    if (!hasRun || ran.isUsed(i, ignore, id)) return [];
    return [fromNotice(unusedIgnore, `${id} has nothing to hide here: delete this ignore.`, span, document)];
  });
}
