/** BuildKit's own parser as a program: built and asked when Go is there. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What BuildKit and we both say of an instruction. */
export interface Seen {
  readonly keyword: string;
  /** What an ONBUILD runs later. */
  readonly trigger?: string;
  /** Lines, from 1. */
  readonly start: number;
  readonly end: number;
  readonly flags?: readonly string[];
  readonly json?: readonly string[];
  /** Names of heredocs. */
  readonly heredocs?: readonly string[];
}

export interface SeenFile {
  readonly escape: string;
  readonly instructions: readonly Seen[];
}

export const fixturePath = new URL('parsed.ndjson', import.meta.url);

/** Whether the oracle can be asked here; when not, why not. */
export function oracleMissing(): string | undefined {
  return spawnSync('go', ['version']).status === 0 ? undefined : 'Go is not installed';
}

/**
 * @returns null for what BuildKit refuses to read.
 * @throws when the program cannot be built, such as without the module proxy.
 */
export function askOracle(texts: readonly string[]): readonly (SeenFile | null)[] {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const input = texts.map((text) => `${JSON.stringify(text)}\n`).join('');
  const done = spawnSync('go', ['run', '.'], { cwd: folder, input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`the oracle does not run: ${done.stderr.trim().split('\n').at(-1) ?? ''}`);
  return done.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SeenFile | null);
}
