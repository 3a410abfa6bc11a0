/** Starts the command line in a folder of its own, as a user would. */
import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { root } from '../../../tools/root.ts';
import { commandLine } from '../../harness/programs.ts';

export interface Answer {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
  /** Standard output as JSON. */
  json(): Report;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** The shape that the contract promises. */
export interface Report {
  readonly tool: { readonly name: string; readonly version: string };
  readonly summary: {
    readonly files: number;
    readonly resources: number;
    readonly otherYaml: number;
    readonly durationMs: number;
    readonly findings: { readonly [severity: string]: number };
  };
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly file: string;
    readonly range: { readonly start: Place; readonly end: Place };
    readonly resource?: { readonly kind: string; readonly name: string };
    readonly container?: string;
    readonly fix?: string;
    readonly fingerprint: string;
  }[];
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
}

export class Folder {
  readonly path: string;
  readonly #program: string;

  /** @param program relative to the repository. @param path of a folder that there is; left out: a new one. */
  constructor(program: typeof commandLine | 'dist/cli.cjs' = commandLine, path?: string) {
    this.#program = join(root, program);
    this.path = path ?? realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-cli-')));
  }

  /** A folder in it, to start the command line there. */
  in(name: string): Folder {
    return new Folder(commandLine, join(this.path, name));
  }

  write(name: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    writeFileSync(join(this.path, name), text);
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  link(name: string, target: string): void {
    symlinkSync(target, join(this.path, name));
  }

  run(...args: readonly string[]): Answer {
    return this.runWith('', ...args);
  }

  /** @param input standard input. */
  runWith(input: string, ...args: readonly string[]): Answer {
    return this.#answer(process.execPath, [this.#program, ...args], { input });
  }

  /** As another user; the one who runs the tests has to be root. */
  runAs(uid: number, ...args: readonly string[]): Answer {
    return this.#answer(process.execPath, [this.#program, ...args], { uid, gid: uid });
  }

  /** @param limits what a POSIX shell does before, such as `ulimit -f 1`. */
  runUnder(limits: string, ...args: readonly string[]): Answer {
    return this.#answer('sh', ['-c', `${limits} && exec "$@"`, 'sh', process.execPath, this.#program, ...args], {});
  }

  /** Starts it and does not wait. */
  start(...args: readonly string[]): ChildProcessByStdio<null, Readable, Readable> {
    return spawn(process.execPath, [this.#program, ...args], { cwd: this.path, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** What hangs has no status. */
  #answer(command: string, args: readonly string[], options: { input?: string; uid?: number; gid?: number }): Answer {
    const done = spawnSync(command, args, {
      ...options,
      cwd: this.path,
      encoding: 'utf8',
      timeout: 60_000,
      maxBuffer: 2 ** 26,
    });
    return {
      status: done.status,
      out: done.stdout,
      error: done.stderr,
      json: () => JSON.parse(done.stdout) as Report,
    };
  }

  removeFile(name: string): void {
    rmSync(join(this.path, name));
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
