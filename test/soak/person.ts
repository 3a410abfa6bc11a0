/** A person at an editor, by dice: what they do to files on disk and to documents that are open, and what the editor asks and tells the server. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Range } from 'vscode-languageserver';
import { LineTable } from '../../rules/text/source.ts';
import { Client } from '../server/lsp/client.ts';
import type { Random } from './random.ts';
import { configurationText, textOf } from './texts.ts';

/** What is run, as it was built. */
export const program = 'dist/server.cjs';
const server = { program, probe: 'test/soak/probe.ts' };
const whole: Range = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };

/** How long the person pauses before what they typed counts as written, in milliseconds. */
export const typingDelay = 100;

export class Person {
  readonly directory: string;
  /** Files on disk, and documents that are open, by their path below the folder. */
  readonly disk = new Map<string, string>();
  readonly open = new Map<string, string>();
  /** What may not be readable as it is typed. */
  readonly broken = new Set<string>();
  /** Milliseconds from the question to the answer. */
  readonly latencies: number[] = [];
  readonly failures: string[] = [];
  /** Answers that have not come yet. */
  readonly waiting = new Set<Promise<void>>();
  settings: object = {};
  readonly #random: Random;
  #client: Client | undefined;
  #made = 0;

  constructor(random: Random, directory: string) {
    this.#random = random;
    this.directory = directory;
  }

  get client(): Client {
    if (this.#client === undefined) throw new Error('not started');
    return this.#client;
  }

  async start(): Promise<void> {
    mkdirSync(join(this.directory, 'shop'), { recursive: true });
    this.#client = await this.newServer();
  }

  /** A server on the same disk, with the same settings, that has read all files. */
  async newServer(): Promise<Client> {
    const client = await Client.start({
      ...server,
      directory: this.directory,
      settings: () => ({ typingDelay, ...this.settings }),
    });
    await client.request('workspace/executeCommand', { command: 'seaworthy.server.scan' });
    return client;
  }

  uri(path: string): string {
    return pathToFileURL(join(this.directory, 'shop', path)).toString();
  }

  create(): string {
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
    if (!this.open.has(path)) this.write(path, textOf(name, random, this.#siblings(path)));
    return path;
  }

  #siblings(path: string): readonly string[] {
    const folder = dirname(path);
    return [...this.disk.keys()].filter((other) => dirname(other) === folder).map((other) => relative(folder, other));
  }

  write(path: string, text: string): void {
    const full = join(this.directory, 'shop', path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
    this.disk.set(path, text);
  }

  #tell(...changes: readonly (readonly [path: string, type: 1 | 2 | 3])[]): void {
    this.client.notify('workspace/didChangeWatchedFiles', {
      changes: changes.map(([path, type]) => ({ uri: this.uri(path), type })),
    });
  }

  async step(): Promise<void> {
    const roll = this.#random.below(100);
    if (roll < 62) await this.#edit();
    else if (roll < 72) this.save();
    else if (roll < 77) this.#close();
    else if (roll < 84) this.#editOnDisk();
    else if (roll < 88) this.#tell([this.create(), 1]);
    else if (roll < 91) this.#delete();
    else if (roll < 95) this.#rename();
    else if (roll < 99) this.#configure();
    else this.#ignore();
  }

  #someOpen(): string | undefined {
    return this.open.size === 0 ? undefined : this.#random.pick([...this.open.keys()]);
  }

  /** Files of ours, not configurations. */
  #someClosed(): string | undefined {
    const closed = [...this.disk.keys()].filter(
      (path) => !this.open.has(path) && !/(?:^|\/)\./.test(path) && !this.#isIgnored(path),
    );
    return closed.length === 0 ? undefined : this.#random.pick(closed);
  }

  async #edit(): Promise<void> {
    const random = this.#random;
    const path = this.open.size < 6 || random.below(12) === 0 ? this.#openOne() : this.#someOpen();
    if (path === undefined) return;
    const text = this.open.get(path) ?? '';
    const lines = text.split('\n');
    const line = random.below(lines.length);
    const at = { line, character: random.below((lines[line] ?? '').length + 1) };
    const kind = random.below(10);
    if (kind < 3) this.#change(path, { start: at, end: at }, random.pick(['a', ' ', '"', '\t', '- ', ': ', '\n', '{']));
    else if (kind < 5) this.#change(path, { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, '');
    else if (kind < 6)
      this.#change(path, { start: { line, character: 0 }, end: { line, character: 0 } }, `${lines[line] ?? ''}\n`);
    else this.replace(path);
    const uri = this.uri(path);
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
    this.latencies.push(performance.now() - started);
  }

  /** Notes a failure that is none of an editor's everyday life. */
  #expect(method: string, answer: Promise<unknown>): Promise<void> {
    const done = answer.then(
      () => undefined,
      (error: Error & { code?: number }) => {
        // Cancelled, or changed meanwhile.
        if (error.code !== -32800 && error.code !== -32801) this.failures.push(`${method}: ${error.message}`);
      },
    );
    this.waiting.add(done);
    return done.finally(() => this.waiting.delete(done));
  }

  #openOne(): string | undefined {
    const path = this.#someClosed();
    if (path === undefined) return undefined;
    const text = this.disk.get(path) ?? '';
    this.open.set(path, text);
    this.client.open(this.uri(path), text);
    return path;
  }

  #change(path: string, range: Range, inserted: string): void {
    const text = this.open.get(path) ?? '';
    const lines = new LineTable(text);
    this.open.set(path, text.slice(0, lines.offsetAt(range.start)) + inserted + text.slice(lines.offsetAt(range.end)));
    this.broken.add(path);
    this.client.change(this.uri(path), inserted, range);
  }

  /** A text that can be read. */
  replace(path: string): void {
    const text = textOf(path.split('/').at(-1) ?? '', this.#random, this.#siblings(path));
    this.open.set(path, text);
    this.broken.delete(path);
    this.client.change(this.uri(path), text);
  }

  save(path = this.#someOpen()): void {
    if (path === undefined) return;
    const isNew = !this.disk.has(path);
    this.write(path, this.open.get(path) ?? '');
    this.#tell([path, isNew ? 1 : 2]);
  }

  #close(path = this.#someOpen()): void {
    if (path === undefined) return;
    this.open.delete(path);
    this.broken.delete(path);
    this.client.close(this.uri(path));
  }

  #editOnDisk(): void {
    const path = this.#someClosed();
    if (path === undefined) return;
    this.write(path, textOf(path.split('/').at(-1) ?? '', this.#random, this.#siblings(path)));
    this.#tell([path, 2]);
  }

  #delete(): void {
    const path = this.#random.below(3) === 0 ? this.#someOpen() : this.#someClosed();
    if (path === undefined) return;
    rmSync(join(this.directory, 'shop', path), { force: true });
    this.disk.delete(path);
    this.#tell([path, 3]);
  }

  /** A file, or a folder, of which editors tell nothing but the folder itself and what came. */
  #rename(): void {
    const path = this.#someClosed();
    if (path === undefined) return;
    const from = this.#random.below(3) === 0 ? dirname(path) : path;
    const moved = [...this.disk.keys()].filter((other) => other === from || other.startsWith(`${from}/`));
    if (moved.some((other) => this.open.has(other))) return;
    const to = from === path ? `${dirname(from)}/object${this.#made++}.yaml` : `${from}-${this.#made++}`;
    renameSync(join(this.directory, 'shop', from), join(this.directory, 'shop', to));
    const came: [string, 1][] = [];
    for (const other of moved) {
      const now = to + other.slice(from.length);
      this.disk.set(now, this.disk.get(other) ?? '');
      this.disk.delete(other);
      came.push([now, 1]);
    }
    this.#tell([from, 3], ...came);
  }

  #configure(): void {
    const random = this.#random;
    if (random.below(4) === 0) {
      this.settings = random.pick([{}, { profile: 'strict' }, { profile: 'all' }, { kubernetesVersion: '1.30' }]);
      this.client.notify('workspace/didChangeConfiguration', { settings: null });
      return;
    }
    const path = `${random.pick(['', 'part1/', 'part2/deep/'])}.seaworthy.yaml`;
    if (this.disk.has(path) && random.below(3) === 0) {
      rmSync(join(this.directory, 'shop', path));
      this.disk.delete(path);
      this.#tell([path, 3]);
    } else {
      const isNew = !this.disk.has(path);
      this.write(path, configurationText(random));
      this.#tell([path, isNew ? 1 : 2]);
    }
  }

  #ignore(): void {
    this.write('.gitignore', this.#random.pick(['', 'part3/\n', '*.tmp\npart4/deep/\n']));
    this.#tell(['.gitignore', 2]);
    // A document that is open is checked whatever Git ignores, which a scan is not to know.
    for (const path of [...this.open.keys()]) if (this.#isIgnored(path)) this.#close(path);
  }

  #isIgnored(path: string): boolean {
    const folders = (this.disk.get('.gitignore') ?? '').split('\n').filter((line) => line.endsWith('/'));
    return folders.some((folder) => path.startsWith(folder));
  }
}
