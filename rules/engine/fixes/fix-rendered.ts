/**
 * Fixes a file that objects are rendered from, such as the values of a chart: one fix after the other, since each is proved by rendering what stands after
 * the one before. Must not know how anything is rendered.
 */
import { applyEdits } from '../../text/edit.ts';
import { isRefusal } from '../../yaml/change.ts';
import type { FileFinding } from '../analyse/assemble.ts';
import type { Finding } from '../findings/finding.ts';
import { bulkFix, offersOf, writtenBy } from './fix.ts';
import { type FixAllResult, harmfulOf } from './fix-all.ts';

/** A copy of the files of a scope, which may be given other texts. */
export interface Trial {
  text(path: string): string | undefined;
  findings(path: string): readonly FileFinding[];
  /** Files whose findings may be fixed in the file, since both make the same objects; none for a file that stands for itself. */
  making(path: string): readonly string[];
  give(path: string, text: string): void;
  /** Brings what rules on several files say up to date. */
  refresh(): void;
  /** Ids of the rules that a rule's fix lets speak. */
  uncovers(rule: string): readonly string[];
}

/** Fixes of one file. Another run goes on behind them. */
const mostFixes = 300;

/** A fix with the text that it makes of the file. */
interface Step {
  readonly key: string;
  readonly finding: Finding;
  readonly text: string;
}

/**
 * Findings that are told of other files count, too, where their fix is written into this one. A fix that brings a finding of medium severity or above is
 * left out.
 * @param text of the file as it is. @returns undefined when nothing was done.
 */
export function fixRendered(
  trial: Trial,
  path: string,
  text: string,
  level: 'safe' | 'review',
  only: ReadonlySet<string> | undefined,
): FixAllResult | undefined {
  const tried = new Set<string>();
  const applied: Finding[] = [];
  let current = text;
  let placed = placedOf(trial, path);
  while (applied.length < mostFixes) {
    const next = nextOf(path, current, placed, tried, level, only);
    if (next === undefined) break;
    tried.add(next.key);
    trial.give(path, next.text);
    trial.refresh();
    const after = placedOf(trial, path);
    if (isHarm(placed, after, trial.uncovers(next.finding.rule))) {
      trial.give(path, current);
      trial.refresh();
      placed = placedOf(trial, path);
      continue;
    }
    applied.push(next.finding);
    current = next.text;
    placed = after;
  }
  return applied.length === 0 ? undefined : { text: current, applied, steps: [], cut: applied.length === mostFixes };
}

const placedOf = (trial: Trial, path: string): readonly FileFinding[] =>
  trial.making(path).flatMap((file) => trial.findings(file));

/** The first fix that can be written into the file; what cannot is not tried again. */
function nextOf(
  path: string,
  text: string,
  placed: readonly FileFinding[],
  tried: Set<string>,
  level: 'safe' | 'review',
  only: ReadonlySet<string> | undefined,
): Step | undefined {
  for (const { finding, unit, offer, level: own } of placed) {
    if (unit.writer === undefined || (only !== undefined && !only.has(finding.rule))) continue;
    const fix = bulkFix(offersOf(offer), own, level, only !== undefined);
    if (fix === undefined || fix.creates !== undefined) continue;
    const key = `${finding.path} ${finding.fingerprint} ${fix.title}`;
    if (tried.has(key)) continue;
    const written = writtenBy([fix], unit);
    if (!isRefusal(written) && written.path === path) return { key, finding, text: applyEdits(text, written.edits) };
    tried.add(key);
  }
  return undefined;
}

function isHarm(before: readonly FileFinding[], after: readonly FileFinding[], uncovered: readonly string[]): boolean {
  const old = harmfulOf(before);
  return [...harmfulOf(after)].some(([rule, count]) => count > (old.get(rule) ?? 0) && !uncovered.includes(rule));
}
