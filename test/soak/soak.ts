/**
 * A long day in an editor: edits, saves, renames, deletions and changes of configurations over many files, by a scripted client. At rest what is shown is
 * compared to what a new server finds on the same disk. The same seed does the same.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { root } from '../../tools/root.ts';
import type { Client } from '../server/lsp/client.ts';
import { Person, program, typingDelay } from './person.ts';
import { Random } from './random.ts';

export interface SoakOptions {
  readonly seed: number;
  readonly steps: number;
  readonly files: number;
  /** Steps from one comparison to the next. */
  readonly every: number;
  /** Folder for snapshots of the heaps of both servers at the end, for who looks for what is kept. */
  readonly snapshots?: string;
  /** Told at each comparison. */
  readonly onRest?: (line: string) => void;
}

export interface SoakResult {
  /** What is shown otherwise than a new server does: the step, the file and both. */
  readonly differences: readonly string[];
  /** Errors that the server wrote to its log, and requests that failed otherwise than by cancellation or by a change meanwhile. */
  readonly failures: readonly string[];
  /** Milliseconds from the question to the answer, sorted. */
  readonly latencies: readonly number[];
  /** Resident memory of the server at each comparison, in bytes; empty where the system does not tell. */
  readonly memory: readonly number[];
  /** Bytes that are in use at each comparison once everything was collected: of the server, and of a new one that has the same documents open. */
  readonly heaps: readonly { readonly used: number; readonly fresh: number }[];
  readonly compared: number;
}

export async function soak(options: SoakOptions): Promise<SoakResult> {
  if (!existsSync(join(root, program))) throw new Error('The soak runs what is built: npm run build');
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-soak-')));
  try {
    const day = new Day(options, directory);
    return await day.run();
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** So often it is looked whether what is shown is what a new server finds. */
const mostLooks = 5;

class Day {
  readonly #options: SoakOptions;
  readonly #person: Person;

  constructor(options: SoakOptions, directory: string) {
    this.#options = options;
    this.#person = new Person(new Random(options.seed), directory);
  }

  async run(): Promise<SoakResult> {
    const person = this.#person;
    const { steps, files, every, onRest } = this.#options;
    for (let i = 0; i < files; i++) person.create();
    const differences: string[] = [];
    const memory: number[] = [];
    const heaps: SoakResult['heaps'][number][] = [];
    let compared = 0;
    await person.start();
    for (let step = 1; step <= steps; step++) {
      await person.step();
      if (step % every !== 0 && step !== steps) continue;
      const { found, fresh } = await this.#rest(step === steps);
      compared += person.disk.size;
      differences.push(...found.map((line) => `step ${step}: ${line}`));
      const bytes = memoryOf(person.client.pid);
      if (bytes !== undefined) memory.push(bytes);
      const used = await this.#heapOf(person.client, step === steps ? 'used' : undefined);
      heaps.push({ used, fresh });
      onRest?.(
        `step ${step}: ${person.disk.size} files, ${person.open.size} open, ${found.length} differ; ${megabytes(used)} in use, ${megabytes(fresh)} by a new server${bytes === undefined ? '' : `; ${megabytes(bytes)} resident`}`,
      );
    }
    const logged = person.client.notifications.flatMap(({ method, params }) => {
      const { type, message } = (params ?? {}) as { type?: number; message?: string };
      return method === 'window/logMessage' && type === 1 ? [`log: ${message}`] : [];
    });
    await person.client.stop();
    const latencies = person.latencies.sort((a, b) => a - b);
    return { differences, failures: [...person.failures, ...logged], latencies, memory, heaps, compared };
  }

  /** @param snapshot the name of one that is to be written. */
  async #heapOf(client: Client, snapshot: string | undefined): Promise<number> {
    const { snapshots } = this.#options;
    const file = snapshots === undefined || snapshot === undefined ? '' : join(snapshots, `${snapshot}.heapsnapshot`);
    return (await client.ask(file)) as number;
  }

  /** @returns what is shown otherwise than it should be, and what a new server needs for the same. */
  async #rest(isLast: boolean): Promise<{ readonly found: readonly string[]; readonly fresh: number }> {
    const person = this.#person;
    // What is half typed keeps what was found before; a new server knows no before.
    for (const path of person.broken) person.replace(path);
    for (const path of person.open.keys()) person.save(path);
    const { shown: expected, heap: fresh } = await this.#fresh(isLast);
    await Promise.all(person.waiting);
    await this.#idle();
    let found = differencesOf(expected, await this.#shown());
    // On a slow machine what waits may be told late.
    for (let left = mostLooks; left > 1 && found.length > 0; left--)
      found = differencesOf(expected, await this.#shown());
    return { found, fresh };
  }

  /** Waits until the server says nothing more of itself, however often it gets its turn. */
  async #idle(): Promise<void> {
    const person = this.#person;
    let heard = -1;
    for (let quiet = 0; quiet < 300; quiet++) {
      await person.client.request('seaworthy/ping', null);
      if (person.client.notifications.length !== heard) quiet = 0;
      heard = person.client.notifications.length;
    }
  }

  /** What a new server finds on the disk, and its heap with the same documents open. */
  async #fresh(
    isLast: boolean,
  ): Promise<{ readonly shown: ReadonlyMap<string, readonly string[]>; readonly heap: number }> {
    const person = this.#person;
    const other = await person.newServer();
    const told = lastTold(other);
    const shown = new Map(this.#paths().map((path) => [path, sorted(told.get(person.uri(path)) ?? [])]));
    for (const [path, text] of person.open) {
      other.open(person.uri(path), text);
      await other.diagnostics(person.uri(path));
    }
    const heap = await this.#heapOf(other, isLast ? 'fresh' : undefined);
    await other.stop();
    return { shown, heap };
  }

  async #shown(): Promise<ReadonlyMap<string, readonly string[]>> {
    const person = this.#person;
    for (const path of person.open.keys()) await person.client.diagnostics(person.uri(path));
    // Nobody types for long enough.
    await setTimeout(5 * typingDelay);
    await this.#idle();
    const told = lastTold(person.client);
    const shown = new Map<string, readonly string[]>();
    for (const path of this.#paths()) {
      const uri = person.uri(path);
      shown.set(path, sorted(person.open.has(path) ? await person.client.diagnostics(uri) : (told.get(uri) ?? [])));
    }
    return shown;
  }

  /** All that is there, and all that ever was told of. */
  #paths(): readonly string[] {
    const person = this.#person;
    const shop = join(person.directory, 'shop');
    const there = readdirSync(shop, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
    const prefix = `${pathToFileURL(shop).toString()}/`;
    const told = [...lastTold(person.client).keys()].map((uri) => decodeURIComponent(uri.slice(prefix.length)));
    return [...new Set([...there, ...told, ...person.open.keys()])];
  }
}

function lastTold({ notifications }: Client): ReadonlyMap<string, readonly Diagnostic[]> {
  const told = new Map<string, readonly Diagnostic[]>();
  for (const { method, params } of notifications) {
    if (method !== 'textDocument/publishDiagnostics') continue;
    const { uri, diagnostics } = params as PublishDiagnosticsParams;
    told.set(uri, diagnostics);
  }
  return told;
}

const sorted = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map((diagnostic) => JSON.stringify(diagnostic)).sort();

export const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`;

/** Resident memory of a process; undefined where the system does not tell. */
function memoryOf(pid: number): number | undefined {
  if (process.platform === 'win32') return undefined;
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024;
}

type Shown = ReadonlyMap<string, readonly string[]>;

/** What is shown otherwise than expected, a text for each file. */
function differencesOf(expected: Shown, shown: Shown): readonly string[] {
  return [...expected].flatMap(([path, found]) => {
    const seen = shown.get(path) ?? [];
    const extra = seen.filter((one) => !found.includes(one));
    const missing = found.filter((one) => !seen.includes(one));
    if (extra.length + missing.length === 0 && seen.length === found.length) return [];
    return [`${path}\n  too many: ${extra.join('\n    ')}\n  missing:  ${missing.join('\n    ')}`];
  });
}
