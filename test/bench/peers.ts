/** `npm run bench -- peers`: the same files by other tools that are installed, as ratios to ours in the same run. Those that are not are named. Needs `npm run build`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../tools/root.ts';
import { median } from './statistics.ts';
import { dockerfileOf, workload } from './texts.ts';

const files = 300;
const runs = 3;

/** How each is told to check a folder without asking anybody, and by which files it is compared. */
const tools: readonly (readonly [name: string, kind: 'manifests' | 'dockerfiles', args: readonly string[]])[] = [
  ['trivy', 'manifests', ['config', '--quiet', '--skip-check-update', '.']],
  ['trivy', 'dockerfiles', ['config', '--quiet', '--skip-check-update', '.']],
  ['kube-linter', 'manifests', ['lint', '.']],
  ['hadolint', 'dockerfiles', Array.from({ length: files }, (_, i) => `Dockerfile.${i}`)],
  ['checkov', 'manifests', ['--quiet', '--compact', '--skip-download', '--directory', '.']],
  ['checkov', 'dockerfiles', ['--quiet', '--compact', '--skip-download', '--directory', '.']],
];

/** Prints a line for each tool: how long it takes, and how many times as long as ours. */
export function peers(): void {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-peers-'));
  for (const kind of ['manifests', 'dockerfiles']) {
    mkdirSync(join(folder, kind));
    for (let i = 0; i < files; i++)
      if (kind === 'manifests') writeFileSync(join(folder, kind, `app-${i}.yaml`), workload(i, 60));
      else writeFileSync(join(folder, kind, `Dockerfile.${i}`), dockerfileOf(60));
  }
  /** @returns milliseconds, or undefined where there is no such program. */
  const took = (kind: string, program: string, args: readonly string[]): number | undefined => {
    const started = performance.now();
    const { error } = spawnSync(program, args, { cwd: join(folder, kind), stdio: 'ignore', timeout: 600_000 });
    return error === undefined ? performance.now() - started : undefined;
  };
  for (const [name, kind, args] of tools) {
    if (spawnSync(name, ['--version'], { stdio: 'ignore' }).error !== undefined) {
      console.log(`${name}, ${files} ${kind}: not installed`);
      continue;
    }
    const pairs = Array.from({ length: runs }, () => ({
      ours: took(kind, process.execPath, [join(root, 'dist/cli.cjs'), 'scan', '--format', 'json']) ?? Number.NaN,
      theirs: took(kind, name, args) ?? Number.NaN,
    }));
    const [ours, theirs] = [median(pairs.map((pair) => pair.ours)), median(pairs.map((pair) => pair.theirs))];
    const times = median(pairs.map((pair) => pair.theirs / pair.ours));
    console.log(
      `${name}, ${files} ${kind}: ${theirs.toFixed(0)} ms, ${times.toFixed(1)} times our ${ours.toFixed(0)} ms`,
    );
  }
  rmSync(folder, { recursive: true });
}
