/** Programs in Go that ask Kubernetes' and BuildKit's own code: built and run where Go is there. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Whether oracles can be asked here; when not, why not. */
export function oracleMissing(): string | undefined {
  return spawnSync('go', ['version']).status === 0 ? undefined : 'Go is not installed';
}

/**
 * Hands each question to the program of a folder as a line of JSON.
 * @returns one answer a question.
 * @throws when the program cannot be built, such as without the module proxy.
 */
export function askGo<Answer>(folder: URL, questions: readonly unknown[]): readonly Answer[] {
  const input = questions.map((question) => `${JSON.stringify(question)}\n`).join('');
  const done = spawnSync('go', ['run', '.'], {
    cwd: fileURLToPath(folder),
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (done.status !== 0) throw new Error(`the oracle does not run: ${done.stderr.trim().split('\n').at(-1) ?? ''}`);
  return done.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}
