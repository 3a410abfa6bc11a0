/**
 * What is found in a chart with several sets of values, put together: each finding once, with the sets in which it holds where these are not all. Must not
 * know rules.
 */
import type { RawFinding } from '../analyze.ts';
import type { RenderedTemplate } from './rendering.ts';
import { isTrialPath, type Scenario } from './scenarios.ts';
import type { JudgedTemplate, Landed } from './template-analysis.ts';

/** One template with one set of values. */
export interface Attempt {
  readonly scenario: Scenario;
  /** Undefined where it cannot be rendered with these values, so that nothing is known of it. */
  readonly rendered: RenderedTemplate | undefined;
  readonly judged: JudgedTemplate | undefined;
}

interface Told {
  readonly landed: Landed;
  /** Those with the template that it was first found in. */
  readonly attempts: readonly Attempt[];
  readonly holds: Set<Scenario>;
}

/** @param templates each with all sets of values. @returns what counts, at its place in a file of the chart. */
export function together(templates: Iterable<readonly Attempt[]>): readonly Landed[] {
  const found = new Map<string, Told>();
  for (const attempts of templates) {
    for (const { scenario, judged } of attempts)
      for (const landed of judged?.landed ?? []) {
        const known = found.get(landed.key);
        if (known === undefined) found.set(landed.key, { landed, attempts, holds: new Set([scenario]) });
        else known.holds.add(scenario);
      }
  }
  return [...found.values()].flatMap((told) => {
    const { landed, attempts, holds } = told;
    if (attempts.every(({ scenario, judged }) => judged === undefined || holds.has(scenario))) return [landed];
    if (isOfTrials(told) || isFilledByCluster(told)) return [];
    const names = attempts.flatMap(({ scenario }) => (holds.has(scenario) ? [scenario.name] : []));
    return [{ ...landed, raw: withNames(landed.raw, names) }];
  });
}

/** Whether values for trials decide it, and not merely take over a part of the chart that holds it. */
function isOfTrials({ landed, attempts, holds }: Told): boolean {
  if (![...holds].every(({ name }) => isTrialPath(name))) return false;
  if (landed.isWorkedOut) return true;
  const { path, raw } = landed;
  return attempts.some(
    ({ scenario, rendered }) => !holds.has(scenario) && rendered !== undefined && takesOver(rendered, path, raw),
  );
}

/**
 * Whether only values for OpenShift leave something out: its admission fills in what a pod says nothing of. Source: OpenShift documentation, "Managing
 * security context constraints", `restricted-v2`, read 2026-11-28.
 */
const isFilledByCluster = ({ landed, holds }: Told): boolean =>
  landed.raw.absent === true && [...holds].every(({ name }) => /(?:^|[-._/])(?:openshift|okd)(?![a-z])/i.test(name));

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Literal text that a rendered template takes over, by the files that it stands in. */
const literals = new WeakMap<RenderedTemplate, ReadonlyMap<string, readonly Stretch[]>>();

function takesOver(rendered: RenderedTemplate, path: string, { anchor }: RawFinding): boolean {
  let known = literals.get(rendered);
  if (known === undefined) {
    known = literalsOf(rendered);
    literals.set(rendered, known);
  }
  return known.get(path)?.some(({ start, end }) => start <= anchor.start && anchor.start < end) === true;
}

function literalsOf({ provenance, paths }: RenderedTemplate): ReadonlyMap<string, readonly Stretch[]> {
  const byPath = new Map<string, Stretch[]>();
  for (const { piece } of provenance.within(0, provenance.text.length)) {
    const path = paths.get(piece.template);
    if (!piece.literal || path === undefined) continue;
    const known = byPath.get(path) ?? [];
    byPath.set(path, known);
    known.push({ start: piece.start, end: piece.start + piece.text.length });
  }
  return byPath;
}

function withNames(raw: RawFinding, [first = '', ...others]: readonly string[]): RawFinding {
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return { ...raw, message: `${raw.message.replace(/\.$/, '')} (with ${first}${more}).` };
}
