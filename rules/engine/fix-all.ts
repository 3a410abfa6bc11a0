/**
 * Fixes of a whole file: one round takes as many fixes as go together, and rounds follow until nothing changes. Must not know who
 * asked, nor how a text is analysed.
 */
import type { Fix, FixLevel } from '../rule.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { isRefusal } from '../yaml/change.ts';
import { parseDocument } from '../yaml/parse.ts';
import type { Placed } from './assemble.ts';
import type { Finding } from './finding.ts';
import { compatible, offersOf, type Unit } from './fix.ts';

export interface FixAllResult {
  readonly text: string;
  /** What was fixed, in the order it was done; a finding of a later round may be one that an earlier fix made visible. */
  readonly applied: readonly Finding[];
}

/** Enough for fixes that wait for each other; more would be two fixes undoing each other. */
const roundLimit = 10;

/** A finding that comes back this often is not one that its fix can mend. */
const tryLimit = 3;

/**
 * @param level `review` includes safe ones; template fixes are left out.
 * @param only ids of the rules to fix; fixes that create documents are taken only with it.
 * @param analyse the findings of a text in place of the file's own.
 * @returns undefined when nothing was done.
 */
export function fixAll(
  text: string,
  level: 'safe' | 'review',
  only: ReadonlySet<string> | undefined,
  analyse: (text: string) => readonly Placed[],
): FixAllResult | undefined {
  const seen = new Set([text]);
  const tries = new Map<string, number>();
  const applied: Finding[] = [];
  let current = text;
  for (let round = 0; round < roundLimit; round++) {
    const open = analyse(current).filter(({ finding }) => (tries.get(finding.fingerprint) ?? 0) < tryLimit);
    const step = fixOnce(current, open, level, only);
    if (step === undefined || seen.has(step.text)) break;
    seen.add(step.text);
    current = step.text;
    applied.push(...step.applied);
    for (const { fingerprint } of step.applied) tries.set(fingerprint, (tries.get(fingerprint) ?? 0) + 1);
  }
  return current === text ? undefined : { text: current, applied };
}

function fixOnce(
  text: string,
  placed: readonly Placed[],
  level: 'safe' | 'review',
  only: ReadonlySet<string> | undefined,
): FixAllResult | undefined {
  const byUnit = new Map<number, { unit: Unit; fixes: { finding: Finding; fix: Fix }[] }>();
  for (const { finding, unit, offer, level: own } of placed) {
    if (only !== undefined && !only.has(finding.rule)) continue;
    const fix = offersOf(offer).find(
      (candidate) =>
        !isRefusal(candidate) &&
        candidate.assumes === undefined &&
        allowed(candidate.level ?? own, level) &&
        (candidate.createsDocument !== true || only !== undefined),
    );
    if (fix === undefined || isRefusal(fix)) continue;
    const group = byUnit.get(unit.offset) ?? { unit, fixes: [] };
    byUnit.set(unit.offset, group);
    group.fixes.push({ finding, fix });
  }
  const edits: TextEdit[] = [];
  const applied: Finding[] = [];
  for (const { unit, fixes } of byUnit.values()) {
    const chosen = compatible(fixes, unit);
    if (chosen.edits.length === 0 || breaks(unit, chosen.edits)) continue;
    edits.push(...chosen.edits);
    applied.push(...chosen.applied);
  }
  return edits.length === 0 ? undefined : { text: applyEdits(text, edits), applied };
}

function allowed(level: FixLevel | undefined, wanted: 'safe' | 'review'): boolean {
  return level === 'safe' || (level === 'review' && wanted === 'review');
}

/** Whether a document would have errors it did not have; a Dockerfile's edits are proved by its own model. */
function breaks(unit: Unit, edits: readonly TextEdit[]): boolean {
  if (unit.document === undefined) return false;
  const own = edits
    .map((edit) => ({ ...edit, start: edit.start - unit.offset, end: edit.end - unit.offset }))
    .filter(({ text }) => !/^(?:\r?\n)?---/.test(text));
  return parseDocument(applyEdits(unit.document.text, own)).problems.length > unit.document.problems.length;
}
