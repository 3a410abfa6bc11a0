/** A program that plays Trivy, well or badly: it stands on the PATH of the test and does what the variable `TRIVY_PLAYS` says. Needs a POSIX system. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What it does instead of a scan. */
export type Play = keyof typeof plays;

const plays = {
  answers: 'process.stdout.write(answer)',
  fails: "console.error(process.env.TRIVY_SAYS ?? ''); process.exitCode = Number(process.env.TRIVY_STATUS ?? 1)",
  rubbish: "process.stdout.write('\\u0000\\u001b[31m<html>not what you think')",
  // Half of it is written before anybody can object.
  floods:
    'const mb = Buffer.alloc(1024 * 1024, 120); (function more(n) { if (n > 0) process.stdout.write(mb, () => more(n - 1)) })(200)',
  hangs: 'setInterval(() => {}, 1000)',
  // A child that outlives it would hold its output.
  forks:
    "require('child_process').spawn(process.execPath, ['-e', 'require(\"fs\").writeFileSync(process.env.TRIVY_FILE, String(process.pid)); setInterval(() => {}, 1000)'], { stdio: 'inherit' }); setInterval(() => {}, 1000)",
  dies: "process.kill(process.pid, 'SIGKILL')",
} as const;

const program = (answer: string): string => `#!${process.execPath}
const { appendFileSync } = require('fs');
const args = process.argv.slice(2);
if (process.env.TRIVY_LOG) appendFileSync(process.env.TRIVY_LOG, JSON.stringify({ args, folder: process.cwd(), names: Object.keys(process.env), begin: process.hrtime.bigint().toString() }) + '\\n');
const answer = ${JSON.stringify(answer)};
if (args[0] === 'version') {
  const database = process.env.TRIVY_DATABASE ?? '2026-11-27T00:00:00Z';
  process.stdout.write(JSON.stringify({ Version: process.env.TRIVY_VERSION ?? '0.76.0', ...(database === '' ? {} : { VulnerabilityDB: { UpdatedAt: database } }) }));
} else switch (process.env.TRIVY_PLAYS ?? 'answers') {
${Object.entries(plays)
  .map(([name, does]) => `  case '${name}': { ${does}; break; }`)
  .join('\n')}
}
`;

/** One call of the program. */
export interface Call {
  readonly args: readonly string[];
  readonly folder: string;
  /** Of the variables of its environment. */
  readonly names: readonly string[];
}

export class FakeScanner {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-fake-')));
  readonly #log = join(this.folder, 'log');

  /** @param answer that it gives to a scan. */
  constructor(answer: string) {
    mkdirSync(join(this.folder, 'bin'));
    // Node takes it for CommonJS wherever it lies.
    writeFileSync(join(this.folder, 'bin', 'package.json'), '{"type":"commonjs"}');
    writeFileSync(join(this.folder, 'bin', 'trivy'), program(answer));
    chmodSync(join(this.folder, 'bin', 'trivy'), 0o755);
  }

  /** For `ImageScans` or a process. @param more variables, such as `TRIVY_SAYS`. */
  environment(play: Play = 'answers', more: { readonly [name: string]: string } = {}): { [name: string]: string } {
    return {
      PATH: join(this.folder, 'bin'),
      HOME: this.folder,
      TRIVY_PLAYS: play,
      TRIVY_LOG: this.#log,
      SEAWORTHY_CACHE_DIR: join(this.folder, 'cache'),
      ...more,
    };
  }

  /** What it was called with since the last time somebody asked, scans alone. */
  scans(): readonly Call[] {
    try {
      const calls = readFileSync(this.#log, 'utf8').trim().split('\n');
      rmSync(this.#log);
      return calls.map((line) => JSON.parse(line) as Call).filter(({ args }) => args[0] !== 'version');
    } catch {
      return [];
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
