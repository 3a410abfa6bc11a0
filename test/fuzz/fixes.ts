/** Fixes of generated manifests, alone and composed, held to the law of fixes. */
import fc from 'fast-check';
import { holdComposed, type Tally } from '../harness/composed.ts';
import { written } from '../harness/generate/printed.ts';

export interface FixesRun {
  readonly tally: Tally;
  readonly seed: number;
  /** The report of the smallest text that breaks the law; undefined when none did. */
  readonly failure: string | undefined;
}

/**
 * @param count how many manifests are tried.
 * @param options `pairs`: how many pairs of fixes of each manifest, at most; all of them unless given. `seed`: of fast-check; a new one unless given.
 */
export function runFixes(
  count: number,
  { pairs = Number.POSITIVE_INFINITY, seed }: { readonly pairs?: number; readonly seed?: number } = {},
): FixesRun {
  const tally: Tally = { objects: 0, edits: 0, refused: new Map() };
  const picks = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 61 });
  const property = fc.property(written, picks, (one, numbers) => {
    let at = 0;
    holdComposed(one, (below) => (numbers[at++ % numbers.length] as number) % below, pairs, tally);
  });
  const outcome = fc.check(property, { numRuns: count, ...(seed === undefined ? {} : { seed }) });
  const failure = outcome.failed
    ? `${fc.defaultReportMessage(outcome)}\n${outcome.counterexample?.[0].printed.text ?? ''}\n${String((outcome.errorInstance as Error | null)?.message)}`
    : undefined;
  return { tally, seed: outcome.seed, failure };
}
