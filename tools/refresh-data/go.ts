/** Go and its module proxy, as the sources of `npm run refresh-data` ask them. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../root.ts';

/**
 * Runs `go`.
 * @param folder below the root of the repository.
 * @throws with the last line of what Go says when it fails, also when there is no Go.
 */
export function go(folder: string, ...given: readonly string[]): string {
  const done = spawnSync('go', given, { cwd: join(root, folder), encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.error !== undefined) throw new Error('Go is not installed');
  if (done.status !== 0) throw new Error(done.stderr.trim().split('\n').at(-1) ?? 'go failed');
  return done.stdout;
}

/** Versions of a module that are released, oldest first, without those before a release. @throws like `go`. */
export function releases(module: string): readonly string[] {
  const [, ...versions] = go('tools/kubernetes-api', 'list', '-m', '-versions', module).trim().split(' ');
  return versions.filter((version) => /^v\d+\.\d+\.\d+$/.test(version));
}

/** The word of an error, for a line of output. */
export const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
