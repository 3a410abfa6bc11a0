/**
 * Fixes of a whole file: one round takes as many fixes as go together, and rounds follow until nothing changes. Must not know who
 * asked, nor how a text is analysed.
 */
import { isAtLeast, type Severity } from '../../contract/finding.ts';
import { applyEdits, shiftEdits, type TextEdit } from '../../text/edit.ts';
import type { Change } from '../../yaml/change.ts';
import type { FileFinding } from '../analyse/assemble.ts';
import type { Finding } from '../findings/finding.ts';
import { bulkFix, compatible, type FindingFix, offersOf, type Unit } from './fix.ts';

/** What became of a file. */
export interface FixAllResult {
  readonly text: string;
  /** What was fixed, in the order it was done; a finding of a later round may be one that an earlier fix made visible. */
  readonly applied: readonly Finding[];
  /** What each round made of each document of YAML. */
  readonly steps: readonly Step[];
  /** Some fixes do not go together, and there are too many to try which: another run may fix more. */
  readonly cut: boolean;
}

/** One document of YAML in one round. */
export interface Step {
  readonly before: string;
  readonly after: string;
  readonly changes: readonly Change[];
}

/** Enough for fixes that wait for each other; more would be two fixes undoing each other. */
const roundLimit = 10;

/** A finding that comes back this often is not one that its fix can mend. */
const tryLimit = 3;

/** So often the whole is begun anew without a fix that did harm. */
const restartLimit = 5;

/** From this severity on a fix may bring no finding that was not there. */
const harmful: Severity = 'medium';

/**
 * No fix brings a finding of medium severity or above: what would is left out.
 * @param level `review` includes safe ones; template fixes are left out.
 * @param only ids of the rules to fix; fixes that create documents are taken only with it.
 * @param analyse the findings of a text in place of the file's own.
 * @param uncoveredBy ids of the rules that a rule's fix lets speak, as `uncovers` of the rule says.
 * @returns undefined when nothing was done.
 */
export function fixAll(
  text: string,
  level: 'safe' | 'review',
  only: ReadonlySet<string> | undefined,
  analyse: (text: string) => readonly FileFinding[],
  uncoveredBy: (rule: string) => readonly string[],
): FixAllResult | undefined {
  // What each version was found to hold, so that no version is analysed twice to be counted.
  const counts = new Map<string, ReadonlyMap<string, number>>();
  const counting = (version: string): readonly FileFinding[] => {
    const placed = analyse(version);
    counts.set(version, harmfulOf(placed));
    return placed;
  };
  const countsOf = (version: string): ReadonlyMap<string, number> =>
    counts.get(version) ?? harmfulOf(counting(version));
  const left = new Set<string>();
  const allowed = (candidate: FindingFix): boolean => !left.has(keyOf(candidate));
  for (let start = 0; ; start++) {
    const end = { cut: false };
    const rounds = inRounds(text, level, only, counting, allowed, end);
    const done = rounds.at(-1);
    if (done === undefined) return undefined;
    const culprits = harmOf(text, rounds, countsOf, uncoveredBy);
    if (culprits.length === 0)
      return {
        text: done.text,
        applied: rounds.flatMap(({ taken }) => taken.map(({ finding }) => finding)),
        steps: rounds.flatMap(({ steps }) => steps),
        cut: end.cut,
      };
    if (start === restartLimit) return undefined;
    for (const culprit of culprits) left.add(keyOf(culprit));
  }
}

const keyOf = ({ finding, fix }: FindingFix): string => `${finding.fingerprint} ${fix.title}`;

interface Round {
  /** Before it. */
  readonly from: string;
  readonly text: string;
  readonly taken: readonly FindingFix[];
  readonly steps: readonly Step[];
  /** Each fix with what it would make of the text by itself. */
  alone(fix: FindingFix): string | undefined;
}

/** @param end is told whether the last round left fixes that it did not try. */
function inRounds(
  text: string,
  level: 'safe' | 'review',
  only: ReadonlySet<string> | undefined,
  analyse: (text: string) => readonly FileFinding[],
  allowed: (candidate: FindingFix) => boolean,
  end: { cut: boolean },
): readonly Round[] {
  const seen = new Set([text]);
  const tries = new Map<string, number>();
  const rounds: Round[] = [];
  let current = text;
  while (rounds.length < roundLimit) {
    const open = analyse(current).filter(({ finding }) => (tries.get(finding.fingerprint) ?? 0) < tryLimit);
    const round = fixOnce(current, open, level, only, allowed, end);
    if (round === undefined || seen.has(round.text)) break;
    seen.add(round.text);
    current = round.text;
    rounds.push(round);
    for (const { finding } of round.taken) tries.set(finding.fingerprint, (tries.get(finding.fingerprint) ?? 0) + 1);
  }
  return rounds;
}

function fixOnce(
  text: string,
  placed: readonly FileFinding[],
  level: 'safe' | 'review',
  only: ReadonlySet<string> | undefined,
  allowed: (candidate: FindingFix) => boolean,
  end: { cut: boolean },
): Round | undefined {
  const byUnit = new Map<number, { unit: Unit; fixes: FindingFix[] }>();
  for (const { finding, unit, offer, level: own } of placed) {
    // What is rendered may be made of other files, and is fixed in steps.
    if (unit.writer !== undefined || (only !== undefined && !only.has(finding.rule))) continue;
    const fix = bulkFix(offersOf(offer), own, level, only !== undefined);
    // What adds a file changes no text.
    if (fix === undefined || fix.creates !== undefined || !allowed({ finding, fix })) continue;
    const group = byUnit.get(unit.offset) ?? { unit, fixes: [] };
    byUnit.set(unit.offset, group);
    group.fixes.push({ finding, fix });
  }
  const edits: TextEdit[] = [];
  const taken: FindingFix[] = [];
  const steps: Step[] = [];
  const unitOf = new Map<FindingFix, Unit>();
  end.cut = false;
  for (const { unit, fixes } of byUnit.values()) {
    const chosen = compatible(fixes, unit);
    end.cut ||= chosen.cut;
    if (chosen.edits.length === 0) continue;
    edits.push(...chosen.edits);
    taken.push(...chosen.taken);
    for (const one of chosen.taken) unitOf.set(one, unit);
    if (unit.document !== undefined)
      steps.push({
        before: unit.document.text,
        after: applyEdits(unit.document.text, shiftEdits(chosen.edits, -unit.offset)),
        changes: chosen.taken.flatMap(({ fix }) => fix.changes ?? []),
      });
  }
  if (edits.length === 0) return undefined;
  const alone = (one: FindingFix): string | undefined => {
    const unit = unitOf.get(one);
    return unit === undefined ? undefined : applyEdits(text, compatible([one], unit).edits);
  };
  return { from: text, text: applyEdits(text, edits), taken, steps, alone };
}

/** The fixes that brought a harmful finding that is still there in the end; all of a round where no single one did. */
function harmOf(
  text: string,
  rounds: readonly Round[],
  countsOf: (version: string) => ReadonlyMap<string, number>,
  uncoveredBy: (rule: string) => readonly string[],
): readonly FindingFix[] {
  const before = countsOf(text);
  const uncovered = new Set(rounds.flatMap(({ taken }) => taken.flatMap(({ finding }) => uncoveredBy(finding.rule))));
  const brought = (after: string): string[] =>
    [...countsOf(after)].flatMap(([rule, count]) =>
      count > (before.get(rule) ?? 0) && !uncovered.has(rule) ? [rule] : [],
    );
  const last = rounds.at(-1);
  const harm = last === undefined ? [] : brought(last.text);
  if (harm.length === 0) return [];
  const first = rounds.find((round) => brought(round.text).some((rule) => harm.includes(rule))) ?? (last as Round);
  const guilty = first.taken.filter((one) => {
    const alone = first.alone(one);
    return alone !== undefined && brought(alone).some((rule) => harm.includes(rule));
  });
  return guilty.length > 0 ? guilty : first.taken;
}

/** How many findings each rule has that weigh too much to be brought by a fix, by the id of the rule. */
export function harmfulOf(placed: readonly FileFinding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { finding } of placed)
    if (isAtLeast(finding.severity, harmful)) counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
  return counts;
}
