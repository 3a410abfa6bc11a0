/**
 * A long day in an editor: edits, saves, renames, deletions and changes of configurations over many files, by a scripted client. At rest what is shown is
 * compared to what a new server finds on the same disk. The same seed does the same.
 */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, PublishDiagnosticsParams, Range } from 'vscode-languageserver';
import { LineTable } from '../../rules/text/source.ts';
import { root } from '../../tools/root.ts';
import { Client } from '../server/lsp/client.ts';
import { Random } from './random.ts';
import { configurationText, textOf } from './texts.ts';

const server = { program: 'dist/server.cjs', probe: 'test/soak/probe.ts' };

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
  if (!existsSync(join(root, server.program))) throw new Error('The soak runs what is built: npm run build');
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-soak-')));
  try {
    const day = new Day(options, directory);
    return await day.run();
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const whole: Range = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };

class Day {
  readonly #options: SoakOptions;
  readonly #random: Random;
  readonly #directory: string;
  /** Files on disk, and documents that are open, by their path below the folder. */
  readonly #disk = new Map<string, string>();
  readonly #open = new Map<string, string>();
  /** What may not be readable as it is typed. */
  readonly #broken = new Set<string>();
  readonly #latencies: number[] = [];
  readonly #failures: string[] = [];
  readonly #waiting = new Set<Promise<void>>();
  #settings: object = {};
  #client: Client | undefined;
  #made = 0;

  constructor(options: SoakOptions, directory: string) {
    this.#options = options;
    this.#random = new Random(options.seed);
    this.#directory = directory;
  }

  async run(): Promise<SoakResult> {
    const { steps, files, every, onRest } = this.#options;
    for (let i = 0; i < files; i++) this.#create();
    const differences: string[] = [];
    const memory: number[] = [];
    const heaps: SoakResult['heaps'][number][] = [];
    let compared = 0;
    await this.#start();
    for (let step = 1; step <= steps; step++) {
      await this.#step();
      if (step % every !== 0 && step !== steps) continue;
      const { found, fresh } = await this.#rest(step === steps);
      compared += this.#disk.size;
      differences.push(...found.map((line) => `step ${step}: ${line}`));
      const bytes = memoryOf(this.client.pid);
      if (bytes !== undefined) memory.push(bytes);
      const used = await this.#heapOf(this.client, step === steps ? 'used' : undefined);
      heaps.push({ used, fresh });
      onRest?.(
        `step ${step}: ${this.#disk.size} files, ${this.#open.size} open, ${found.length} differ; ${megabytes(used)} in use, ${megabytes(fresh)} by a new server${bytes === undefined ? '' : `; ${megabytes(bytes)} resident`}`,
      );
    }
    const logged = this.client.notifications.flatMap(({ method, params }) => {
      const { type, message } = (params ?? {}) as { type?: number; message?: string };
      return method === 'window/logMessage' && type === 1 ? [`log: ${message}`] : [];
    });
    await this.client.stop();
    const latencies = this.#latencies.sort((a, b) => a - b);
    return { differences, failures: [...this.#failures, ...logged], latencies, memory, heaps, compared };
  }

  get client(): Client {
    if (this.#client === undefined) throw new Error('not started');
    return this.#client;
  }

  async #start(): Promise<void> {
    mkdirSync(join(this.#directory, 'shop'), { recursive: true });
    this.#client = await Client.start({ ...server, directory: this.#directory, settings: () => this.#settings });
    await this.client.request('workspace/executeCommand', { command: 'seaworthy.server.scan' });
  }

  #uri(path: string): string {
    return pathToFileURL(join(this.#directory, 'shop', path)).toString();
  }

  #create(): string {
    const random = this.#random;
    const folder = `part${random.below(8)}`;
    const made = this.#made++;
    const name = random.pick([
      `object${made}.yaml`,
      `object${made}.yaml`,
      `object${made}.yaml`,
      `object${made}.yaml`,
      'Dockerfile',
      'compose.yaml',
      'kustomization.yaml',
    ]);
    const sub = name.startsWith('object') ? random.pick(['', '', 'deep/']) : random.pick(['', `sub${made}/`]);
    const path = `${folder}/${sub}${name}`;
    if (!this.#open.has(path)) this.#write(path, textOf(name, random, this.#siblings(path)));
    return path;
  }

  #siblings(path: string): readonly string[] {
    const folder = dirname(path);
    return [...this.#disk.keys()].filter((other) => dirname(other) === folder).map((other) => relative(folder, other));
  }

  #write(path: string, text: string): void {
    const full = join(this.#directory, 'shop', path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
    this.#disk.set(path, text);
  }

  #tell(...changes: readonly (readonly [path: string, type: 1 | 2 | 3])[]): void {
    this.client.notify('workspace/didChangeWatchedFiles', {
      changes: changes.map(([path, type]) => ({ uri: this.#uri(path), type })),
    });
  }

  async #step(): Promise<void> {
    const roll = this.#random.below(100);
    if (roll < 62) await this.#edit();
    else if (roll < 72) this.#save();
    else if (roll < 77) this.#close();
    else if (roll < 84) this.#editOnDisk();
    else if (roll < 88) this.#tell([this.#create(), 1]);
    else if (roll < 91) this.#delete();
    else if (roll < 95) this.#rename();
    else if (roll < 99) this.#configure();
    else this.#ignore();
  }

  #someOpen(): string | undefined {
    return this.#open.size === 0 ? undefined : this.#random.pick([...this.#open.keys()]);
  }

  /** Files of ours, not configurations. */
  #someClosed(): string | undefined {
    const closed = [...this.#disk.keys()].filter(
      (path) => !this.#open.has(path) && !/(?:^|\/)\./.test(path) && !this.#isIgnored(path),
    );
    return closed.length === 0 ? undefined : this.#random.pick(closed);
  }

  async #edit(): Promise<void> {
    const random = this.#random;
    const path = this.#open.size < 6 || random.below(12) === 0 ? this.#openOne() : this.#someOpen();
    if (path === undefined) return;
    const text = this.#open.get(path) ?? '';
    const lines = text.split('\n');
    const line = random.below(lines.length);
    const at = { line, character: random.below((lines[line] ?? '').length + 1) };
    const kind = random.below(10);
    if (kind < 3) this.#change(path, { start: at, end: at }, random.pick(['a', ' ', '"', '\t', '- ', ': ', '\n', '{']));
    else if (kind < 5) this.#change(path, { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, '');
    else if (kind < 6)
      this.#change(path, { start: { line, character: 0 }, end: { line, character: 0 } }, `${lines[line] ?? ''}\n`);
    else this.#replace(path);
    const uri = this.#uri(path);
    const position = { line, character: 0 };
    const questions: readonly (readonly [string, object])[] = [
      ['textDocument/hover', { textDocument: { uri }, position }],
      ['textDocument/codeAction', { textDocument: { uri }, range: whole, context: { diagnostics: [] } }],
      ['textDocument/diagnostic', { textDocument: { uri } }],
      ['seaworthy/workspaceFix', {}],
    ];
    // Some are cancelled at once, as an editor does while somebody types.
    const [method, params] = questions[random.below(random.below(8) === 0 ? 4 : 3)] as (typeof questions)[number];
    const { id, answer } = this.client.send(method, params);
    this.#expect(method, answer);
    if (random.below(2) === 0) this.client.notify('$/cancelRequest', { id });
    const started = performance.now();
    const asked = this.client.request('textDocument/diagnostic', { textDocument: { uri } });
    await this.#expect('textDocument/diagnostic', asked);
    this.#latencies.push(performance.now() - started);
  }

  /** Notes a failure that is none of an editor's everyday life. */
  #expect(method: string, answer: Promise<unknown>): Promise<void> {
    const done = answer.then(
      () => undefined,
      (error: Error & { code?: number }) => {
        // Cancelled, or changed meanwhile.
        if (error.code !== -32800 && error.code !== -32801) this.#failures.push(`${method}: ${error.message}`);
      },
    );
    this.#waiting.add(done);
    return done.finally(() => this.#waiting.delete(done));
  }

  #openOne(): string | undefined {
    const path = this.#someClosed();
    if (path === undefined) return undefined;
    const text = this.#disk.get(path) ?? '';
    this.#open.set(path, text);
    this.client.open(this.#uri(path), text);
    return path;
  }

  #change(path: string, range: Range, inserted: string): void {
    const text = this.#open.get(path) ?? '';
    const lines = new LineTable(text);
    this.#open.set(path, text.slice(0, lines.offsetAt(range.start)) + inserted + text.slice(lines.offsetAt(range.end)));
    this.#broken.add(path);
    this.client.change(this.#uri(path), inserted, range);
  }

  /** A text that can be read. */
  #replace(path: string): void {
    const text = textOf(path.split('/').at(-1) ?? '', this.#random, this.#siblings(path));
    this.#open.set(path, text);
    this.#broken.delete(path);
    this.client.change(this.#uri(path), text);
  }

  #save(path = this.#someOpen()): void {
    if (path === undefined) return;
    const isNew = !this.#disk.has(path);
    this.#write(path, this.#open.get(path) ?? '');
    this.#tell([path, isNew ? 1 : 2]);
  }

  #close(path = this.#someOpen()): void {
    if (path === undefined) return;
    this.#open.delete(path);
    this.#broken.delete(path);
    this.client.close(this.#uri(path));
  }

  #editOnDisk(): void {
    const path = this.#someClosed();
    if (path === undefined) return;
    this.#write(path, textOf(path.split('/').at(-1) ?? '', this.#random, this.#siblings(path)));
    this.#tell([path, 2]);
  }

  #delete(): void {
    const path = this.#random.below(3) === 0 ? this.#someOpen() : this.#someClosed();
    if (path === undefined) return;
    rmSync(join(this.#directory, 'shop', path), { force: true });
    this.#disk.delete(path);
    this.#tell([path, 3]);
  }

  /** A file, or a folder, of which editors tell nothing but the folder itself and what came. */
  #rename(): void {
    const path = this.#someClosed();
    if (path === undefined) return;
    const from = this.#random.below(3) === 0 ? dirname(path) : path;
    const moved = [...this.#disk.keys()].filter((other) => other === from || other.startsWith(`${from}/`));
    if (moved.some((other) => this.#open.has(other))) return;
    const to = from === path ? `${dirname(from)}/object${this.#made++}.yaml` : `${from}-${this.#made++}`;
    renameSync(join(this.#directory, 'shop', from), join(this.#directory, 'shop', to));
    const came: [string, 1][] = [];
    for (const other of moved) {
      const now = to + other.slice(from.length);
      this.#disk.set(now, this.#disk.get(other) ?? '');
      this.#disk.delete(other);
      came.push([now, 1]);
    }
    this.#tell([from, 3], ...came);
  }

  #configure(): void {
    const random = this.#random;
    if (random.below(4) === 0) {
      this.#settings = random.pick([{}, { profile: 'strict' }, { profile: 'all' }, { kubernetesVersion: '1.30' }]);
      this.client.notify('workspace/didChangeConfiguration', { settings: null });
      return;
    }
    const path = `${random.pick(['', 'part1/', 'part2/deep/'])}.seaworthy.yaml`;
    if (this.#disk.has(path) && random.below(3) === 0) {
      rmSync(join(this.#directory, 'shop', path));
      this.#disk.delete(path);
      this.#tell([path, 3]);
    } else {
      const isNew = !this.#disk.has(path);
      this.#write(path, configurationText(random));
      this.#tell([path, isNew ? 1 : 2]);
    }
  }

  #ignore(): void {
    this.#write('.gitignore', this.#random.pick(['', 'part3/\n', '*.tmp\npart4/deep/\n']));
    this.#tell(['.gitignore', 2]);
    // A document that is open is checked whatever Git ignores, which a scan is not to know.
    for (const path of [...this.#open.keys()]) if (this.#isIgnored(path)) this.#close(path);
  }

  #isIgnored(path: string): boolean {
    const folders = (this.#disk.get('.gitignore') ?? '').split('\n').filter((line) => line.endsWith('/'));
    return folders.some((folder) => path.startsWith(folder));
  }

  /** @param snapshot the name of one that is to be written. */
  async #heapOf(client: Client, snapshot: string | undefined): Promise<number> {
    const { snapshots } = this.#options;
    const file = snapshots === undefined || snapshot === undefined ? '' : join(snapshots, `${snapshot}.heapsnapshot`);
    return (await client.ask(file)) as number;
  }

  /** @returns what is shown otherwise than it should be, and what a new server needs for the same. */
  async #rest(isLast: boolean): Promise<{ readonly found: readonly string[]; readonly fresh: number }> {
    // What is half typed keeps what was found before; a new server knows no before.
    for (const path of this.#broken) this.#replace(path);
    for (const path of this.#open.keys()) this.#save(path);
    const { shown: expected, heap: fresh } = await this.#fresh(isLast);
    await Promise.all(this.#waiting);
    await this.#idle();
    const shown = await this.#shown();
    const found = [...expected].flatMap(([path, found]) => {
      const seen = shown.get(path) ?? [];
      const extra = seen.filter((one) => !found.includes(one));
      const missing = found.filter((one) => !seen.includes(one));
      if (extra.length + missing.length === 0 && seen.length === found.length) return [];
      return [`${path}\n  too many: ${extra.join('\n    ')}\n  missing:  ${missing.join('\n    ')}`];
    });
    return { found, fresh };
  }

  /** Waits until the server says nothing more of itself, however often it gets its turn. */
  async #idle(): Promise<void> {
    let heard = -1;
    for (let quiet = 0; quiet < 300; quiet++) {
      await this.client.request('seaworthy/ping', null);
      if (this.client.notifications.length !== heard) quiet = 0;
      heard = this.client.notifications.length;
    }
  }

  /** What a new server finds on the disk, and its heap with the same documents open. */
  async #fresh(
    isLast: boolean,
  ): Promise<{ readonly shown: ReadonlyMap<string, readonly string[]>; readonly heap: number }> {
    const other = await Client.start({ ...server, directory: this.#directory, settings: () => this.#settings });
    await other.request('workspace/executeCommand', { command: 'seaworthy.server.scan' });
    const told = lastTold(other);
    const shown = new Map(this.#paths().map((path) => [path, sorted(told.get(this.#uri(path)) ?? [])]));
    for (const [path, text] of this.#open) {
      other.open(this.#uri(path), text);
      await other.diagnostics(this.#uri(path));
    }
    const heap = await this.#heapOf(other, isLast ? 'fresh' : undefined);
    await other.stop();
    return { shown, heap };
  }

  async #shown(): Promise<ReadonlyMap<string, readonly string[]>> {
    for (const path of this.#open.keys()) await this.client.diagnostics(this.#uri(path));
    await this.#idle();
    const told = lastTold(this.client);
    const shown = new Map<string, readonly string[]>();
    for (const path of this.#paths()) {
      const uri = this.#uri(path);
      shown.set(path, sorted(this.#open.has(path) ? await this.client.diagnostics(uri) : (told.get(uri) ?? [])));
    }
    return shown;
  }

  /** All that is there, and all that ever was told of. */
  #paths(): readonly string[] {
    const shop = join(this.#directory, 'shop');
    const there = readdirSync(shop, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
    const prefix = `${pathToFileURL(shop).toString()}/`;
    const told = [...lastTold(this.client).keys()].map((uri) => decodeURIComponent(uri.slice(prefix.length)));
    return [...new Set([...there, ...told, ...this.#open.keys()])];
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
