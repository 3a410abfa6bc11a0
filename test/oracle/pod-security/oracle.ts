/** The official library as a program: built and asked when Go is there. */
import { askGo } from '../go.ts';
import type { Json } from './pods.ts';

/** From a minor version on, the ids of the checks that refuse the pod. */
export type Verdicts = readonly (readonly [fromMinor: number, refusedBy: readonly string[]])[];

export const fixturePath = new URL('verdicts.ndjson', import.meta.url);

/** @returns undefined for what the API server could not even read as a pod. @throws when the program cannot be built. */
export function askOracle(pods: readonly Json[]): readonly (Verdicts | undefined)[] {
  return askGo<Verdicts | null>(new URL('.', import.meta.url), pods).map((verdicts) => verdicts ?? undefined);
}
