/**
 * From what rules offer to text edits: resolves single fixes, composes several into one, and applies fixes to a whole file until
 * nothing changes. Must not know who asked.
 */

import type { Fix, FixLevel, FixOffer } from '../../contract/finding.ts';
import { fieldRank } from '../../model/kubernetes/key-order.ts';
import { DisjointSpans } from '../../text/disjoint-spans.ts';
import { anyOverlap, shiftEdits, type TextEdit } from '../../text/edit.ts';
import { baseName } from '../../text/path.ts';
import { type Change, isRefusal, type Refusal } from '../../yaml/change.ts';
import { Planner } from '../../yaml/edit/planner.ts';
import { editsFor } from '../../yaml/edit.ts';
import type { YamlDocument } from '../../yaml/tree.ts';
import type { Finding, ResolvedFix } from '../findings/finding.ts';

/** Where a finding's own offsets are relative to: its document and that document's place in the file. */
export interface Unit {
  readonly offset: number;
  /** Undefined for a Dockerfile. */
  readonly document: YamlDocument | undefined;
  /** Why nothing can be edited here; undefined when it can. */
  readonly refusal: Refusal | undefined;
  /** What writes changes of a document that is no file's text. */
  readonly writer?: Writer;
}

/** Edits with the file that they are of. */
export interface Written {
  readonly path: string;
  readonly edits: readonly TextEdit[];
}

/** Writes changes of a document into what the document is made from. */
export interface Writer {
  /** @returns edits of one file, or why they cannot be made. */
  write(changes: readonly Change[]): Written | Refusal;
}

/** Works out the fix of a finding when somebody asks for it. */
export type Offer = () => FixOffer;

/** The fixes a finding offers, best first; a throwing offer is no offer. */
export function offersOf(offer: Offer | undefined): readonly (Fix | Refusal)[] {
  if (offer === undefined) return [];
  try {
    const offered = offer();
    const list = Array.isArray(offered)
      ? (offered as readonly (Fix | Refusal | undefined)[])
      : [offered as Fix | Refusal | undefined];
    return list.filter((item) => item !== undefined);
  } catch {
    return [];
  }
}

/** @param level of the rule, where the fix says none of its own. @returns the fix as edits in offsets of the file, or why it cannot be made. */
export function resolveFix(fix: Fix | Refusal, level: FixLevel, unit: Unit): ResolvedFix {
  if (isRefusal(fix)) return fix;
  const written = writtenBy([fix], unit);
  if (isRefusal(written)) return written;
  const aside = fix.assumes === undefined ? fix.consequence : `if ${fix.assumes}`;
  return {
    title: `${fix.title}${whereIn(written)}${aside === undefined ? '' : ` (${aside})`}`,
    level: fix.level ?? level,
    ...written,
    changes: fix.changes ?? [],
    createsDocument: fix.createsDocument ?? false,
    ...(fix.creates === undefined ? {} : { creates: fix.creates }),
    hardens: fix.hardens ?? false,
    assumes: fix.assumes !== undefined,
  };
}

/** Names the values file that is written into, since it may not be the one that somebody looks at. */
export const whereIn = ({ path }: Partial<Written>): string =>
  path === undefined || path.includes('/templates/') ? '' : ` in ${baseName(path)}`;

/** All fixes in one go, in offsets of the file. */
export function editsOf(fixes: readonly Fix[], unit: Unit): readonly TextEdit[] | Refusal {
  const written = writtenBy(fixes, unit);
  return isRefusal(written) ? written : written.edits;
}

/** The same, with the path of the file where that may be another one than the unit's own. */
export function writtenBy(
  fixes: readonly Fix[],
  unit: Unit,
): { readonly edits: readonly TextEdit[]; readonly path?: string } | Refusal {
  if (unit.refusal !== undefined) return unit.refusal;
  const changes = inKeyOrder(fixes.flatMap((fix) => fix.changes ?? []));
  if (unit.writer !== undefined) return unit.writer.write(changes);
  const direct = fixes.flatMap((fix) => fix.edits ?? []);
  const written = changes.length === 0 || unit.document === undefined ? [] : editsFor(unit.document, changes);
  if (isRefusal(written)) return written;
  const edits = [...written, ...direct];
  if (anyOverlap(edits))
    return { refused: 'Two of these changes touch the same text; apply them one after the other.' };
  return { edits: shiftEdits(edits, unit.offset) };
}

/** Keys that go into one block are written in the API's usual order. */
function inKeyOrder(changes: readonly Change[]): readonly Change[] {
  return changes
    .map((change, order) => ({
      change,
      order,
      rank: change.kind === 'set' || change.kind === 'append' ? fieldRank(change.field) : 0,
    }))
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .map(({ change }) => change);
}

/** The fix that bulk fixing takes of a finding's fixes: the first one that needs nobody's judgement. @param named its rule was asked for by name. */
export function bulkFix(
  offers: readonly (Fix | Refusal)[],
  level: FixLevel | undefined,
  wanted: 'safe' | 'review',
  named: boolean,
): Fix | undefined {
  const isWanted = (own: FixLevel | undefined): boolean => own === 'safe' || (own === 'review' && wanted === 'review');
  return offers.find(
    (fix): fix is Fix =>
      !isRefusal(fix) &&
      fix.assumes === undefined &&
      (fix.untried !== true || named) &&
      isWanted(fix.level ?? level) &&
      (fix.createsDocument !== true || named),
  );
}

/** A finding with a fix that it offers. */
export interface FindingFix {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** Fixes that were put together into one change. */
export interface Together {
  /** In offsets of the file. */
  readonly edits: readonly TextEdit[];
  readonly taken: readonly FindingFix[];
  /** Some of the rest were not tried: finding out which ones go together would take too long. */
  readonly cut: boolean;
}

/** Characters of a document that may be read to find out which of its fixes cannot be written beside the others; what is left waits for the next round. */
const attemptBudget = 32 * 1024 * 1024;

/** As many of the fixes as go together, in the order given; the rest waits for the next round. */
export function compatible(fixes: readonly FindingFix[], unit: Unit): Together {
  const tried = (some: readonly FindingFix[]): readonly TextEdit[] | undefined => {
    const edits = editsOf(
      some.map(({ fix }) => fix),
      unit,
    );
    return isRefusal(edits) ? undefined : edits;
  };
  const agreed = agreeing(fixes, unit);
  const all = tried(agreed);
  if (all !== undefined) return { edits: all, taken: agreed, cut: false };
  let together: Omit<Together, 'cut'> = { edits: [], taken: [] };
  let left = attemptBudget;
  let cut = false;
  // Halves that go together are taken at once, so that one fix that does not costs few attempts.
  const take = (some: readonly FindingFix[]): void => {
    if (some.length === 0) return;
    cut ||= left < 0;
    if (left < 0) return;
    left -= unit.document?.text.length ?? 0;
    const taken = [...together.taken, ...some];
    const edits = tried(taken);
    if (edits !== undefined) together = { edits, taken };
    else if (some.length > 1) {
      const half = some.length >> 1;
      take(some.slice(0, half));
      take(some.slice(half));
    }
  };
  take(agreed);
  return { ...together, cut };
}

/** Without those that disagree with one before them, or touch the same text: told in one pass, since nothing is written. */
function agreeing(fixes: readonly FindingFix[], { document }: Unit): readonly FindingFix[] {
  const planner = document === undefined ? undefined : new Planner(document);
  const spans = new DisjointSpans();
  return fixes.filter(({ fix: { changes = [], edits = [] } }) => {
    if (!spans.take(edits)) return false;
    if (planner?.add(changes) === undefined) return true;
    spans.release(edits);
    return false;
  });
}
