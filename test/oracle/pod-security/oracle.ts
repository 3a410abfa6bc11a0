/** The official library as a program: built and asked when Go is there. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Json } from './pods.ts';

/** From a minor version on, the ids of the checks that refuse the pod. */
export type Verdicts = readonly (readonly [fromMinor: number, refusedBy: readonly string[]])[];

export const fixturePath = new URL('verdicts.ndjson', import.meta.url);

/** Whether the oracle can be asked here; when not, why not. */
export function oracleMissing(): string | undefined {
  return spawnSync('go', ['version']).status === 0 ? undefined : 'Go is not installed';
}

/**
 * @returns undefined for what the API server could not even read as a pod.
 * @throws when the program cannot be built, such as without the module proxy.
 */
export function askOracle(pods: readonly Json[]): readonly (Verdicts | undefined)[] {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const input = pods.map((pod) => `${JSON.stringify(pod)}\n`).join('');
  const done = spawnSync('go', ['run', '.'], { cwd: folder, input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`the oracle does not run: ${done.stderr.trim().split('\n').at(-1) ?? ''}`);
  return done.stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as Verdicts | null) ?? undefined);
}
