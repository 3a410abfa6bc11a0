/**
 * Starts a scanner of images; Git alone is started elsewhere (`git.ts`). A list of arguments, never a shell; output of a bounded size, a limit of time, and an end for
 * all that it started. Must not know what is run, nor why.
 */
import { type ChildProcess, spawn } from 'node:child_process';

export interface Run {
  /** Absolute path, found by `findProgram`. */
  readonly program: string;
  readonly arguments: readonly string[];
  /** Working folder. */
  readonly folder: string;
  readonly environment: { readonly [name: string]: string };
  /** In milliseconds. */
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
}

export interface Ended {
  /** `too-much`: of its output. */
  readonly how: 'exited' | 'not-started' | 'timed-out' | 'cancelled' | 'too-much';
  /** Null where it did not exit by itself. */
  readonly status: number | null;
  readonly output: string;
  /** Of standard error, the end. */
  readonly error: string;
}

/** Bytes of standard output: reports of large images have a few megabytes. */
const outputLimit = 64 * 1024 * 1024;
/** Bytes of standard error that are kept. */
const errorLimit = 256 * 1024;

const isWindows = process.platform === 'win32';

/** Resolves in any case, once the program is gone and its output is whole. */
export function run({ program, arguments: args, folder, environment, limit, signal }: Run): Promise<Ended> {
  if (signal?.aborted === true) return Promise.resolve({ how: 'cancelled', status: null, output: '', error: '' });
  return new Promise((resolve) => {
    let how: Ended['how'] = 'exited';
    let child: ChildProcess;
    try {
      child = spawn(program, [...args], {
        cwd: folder,
        env: environment,
        shell: false,
        windowsHide: true,
        // A group of its own, so that what it starts can be ended with it.
        detached: !isWindows,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    } catch (error) {
      return resolve({ how: 'not-started', status: null, output: '', error: String(error) });
    }
    const stop = (why: Ended['how']): void => {
      if (how !== 'exited') return;
      how = why;
      end(child);
      // A process that left the group may hold the pipes for ever.
      child.stdout?.destroy();
      child.stderr?.destroy();
    };
    const output = new Gathered(outputLimit);
    const error = new Gathered(errorLimit);
    child.stdout?.on('data', (bytes: Buffer) => {
      if (!output.add(bytes)) stop('too-much');
    });
    child.stderr?.on('data', (bytes: Buffer) => {
      if (!error.add(bytes)) error.forgetFirst();
    });
    const timer = setTimeout(() => stop('timed-out'), limit);
    const cancel = (): void => stop('cancelled');
    signal?.addEventListener('abort', cancel);
    const forget = untilWeEnd(child);
    const done = (status: number | null, failure = ''): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      forget();
      resolve({ how, status: how === 'exited' ? status : null, output: output.text(), error: failure || error.text() });
    };
    child.on('error', (failure) => {
      if (child.pid !== undefined) return;
      how = 'not-started';
      done(null, failure.message);
    });
    child.on('close', (status) => done(status));
  });
}

/** Bytes up to a limit. */
class Gathered {
  #parts: Buffer[] = [];
  #size = 0;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @returns false once there is more than may be. */
  add(bytes: Buffer): boolean {
    this.#parts.push(bytes);
    this.#size += bytes.length;
    return this.#size <= this.#limit;
  }

  /** Keeps the last part alone: what went wrong is said last. */
  forgetFirst(): void {
    this.#parts = this.#parts.slice(-1);
    this.#size = this.#parts[0]?.length ?? 0;
  }

  text(): string {
    return Buffer.concat(this.#parts).toString('utf8');
  }
}

/** Ends a process and all of its group. */
function end(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (isWindows)
      spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { shell: false, windowsHide: true, stdio: 'ignore' });
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A program does not outlive the process that wanted its answer. @returns what calls that off. */
function untilWeEnd(child: ChildProcess): () => void {
  const leave = (): void => end(child);
  const obey = (signal: NodeJS.Signals): void => {
    end(child);
    for (const one of signals) process.off(one, obey);
    process.kill(process.pid, signal);
  };
  process.on('exit', leave);
  for (const one of signals) process.on(one, obey);
  return () => {
    process.off('exit', leave);
    for (const one of signals) process.off(one, obey);
  };
}
