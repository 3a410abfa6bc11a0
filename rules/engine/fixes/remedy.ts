/**
 * How each finding of a file can be fixed, asked for all of them at once. Whether one edit can be written is proved by reading the whole document again;
 * so fixes of one rule are proved together, in halves where that fails. Must not know who asked.
 */
import type { Fix, FixLevel } from '../../contract/finding.ts';
import { isRefusal, type Refusal } from '../../yaml/change.ts';
import { Planner } from '../../yaml/edit/planner.ts';
import type { FileFinding } from '../analyse/assemble.ts';
import type { Finding } from '../findings/finding.ts';
import { bulkFix, editsOf, offersOf, type Unit } from './fix.ts';

/** How a finding can be fixed. */
export interface Remedy {
  readonly level: FixLevel;
  /** `rule`: only when its rule is named, since it adds a document. `editor`: only by a person who picks it. Left out: also in bulk. */
  readonly by?: 'rule' | 'editor';
  /** Whether it can be written was not tried: there are too many that do not go together. */
  readonly untried?: true;
}

/** Characters of one file that may be read to prove fixes which do not go together; the fixes beyond are named by their plan alone, and proved when made. */
const proofBudget = 8 * 1024 * 1024;

interface Candidate {
  readonly fix: Fix;
  readonly by: Remedy['by'];
}

interface Asked {
  readonly placed: FileFinding;
  /** Best first; the first that can be written counts. */
  readonly candidates: readonly Candidate[];
}

interface Budget {
  /** In characters. */
  left: number;
  /** What was taken without proof. */
  readonly untried: Set<Asked>;
}

/** @returns remedies by finding; none for a finding of which nothing that is offered can be written. */
export function remediesOf(placed: readonly FileFinding[]): ReadonlyMap<Finding, Remedy> {
  const remedies = new Map<Finding, Remedy>();
  const budget: Budget = { left: proofBudget, untried: new Set() };
  let open = placed.map((one): Asked => ({ placed: one, candidates: candidatesOf(one) }));
  for (let turn = 0; open.length > 0; turn++) {
    for (const group of groupsOf(open, turn))
      for (const asked of writable(group, turn, budget)) {
        const { placed: one, candidates } = asked;
        const { fix, by } = candidates[turn] as Candidate;
        const level = fix.level ?? one.level ?? 'review';
        const untried = budget.untried.has(asked) ? ({ untried: true } as const) : {};
        remedies.set(one.finding, { level, ...(by === undefined ? {} : { by }), ...untried });
      }
    open = open.filter(({ placed: one, candidates }) => candidates.length > turn + 1 && !remedies.has(one.finding));
  }
  return remedies;
}

function candidatesOf({ offer, level }: FileFinding): readonly Candidate[] {
  const offers = offersOf(offer);
  const found = new Map<Fix, Candidate>();
  const add = (fix: Fix | Refusal | undefined, by: Remedy['by']): void => {
    if (fix !== undefined && !isRefusal(fix) && !found.has(fix)) found.set(fix, { fix, by });
  };
  add(bulkFix(offers, level, 'review', false), undefined);
  add(bulkFix(offers, level, 'review', true), 'rule');
  for (const fix of offers) add(fix, 'editor');
  return [...found.values()];
}

/** Those whose candidate goes into one document and comes from one rule: they are alike, and at different places. */
function groupsOf(open: readonly Asked[], turn: number): Iterable<readonly Asked[]> {
  const groups = new Map<string, Asked[]>();
  for (const asked of open) {
    if (asked.candidates[turn] === undefined) continue;
    const key = `${asked.placed.unit.offset} ${asked.placed.finding.rule}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(asked);
  }
  return groups.values();
}

function writable(group: readonly Asked[], turn: number, budget: Budget): readonly Asked[] {
  const unit = group[0]?.placed.unit as Unit;
  const { document } = unit;
  const fixOf = ({ candidates }: Asked): Fix => (candidates[turn] as Candidate).fix;
  if (unit.refusal !== undefined) return [];
  const isPlanned = (asked: Asked): boolean => {
    const { changes = [] } = fixOf(asked);
    return changes.length === 0 || document === undefined || new Planner(document).add(changes) === undefined;
  };
  const proved = (some: readonly Asked[]): readonly Asked[] => {
    if (some.length === 0 || !isRefusal(editsOf(some.map(fixOf), unit))) return some;
    if (some.length === 1) return [];
    budget.left -= document?.text.length ?? 0;
    if (budget.left < 0) {
      for (const asked of some) budget.untried.add(asked);
      return some;
    }
    const half = some.length >> 1;
    return [...proved(some.slice(0, half)), ...proved(some.slice(half))];
  };
  const planned = group.filter(isPlanned);
  // Only what changes the tree has to be proved.
  return document === undefined ? planned : proved(planned);
}
