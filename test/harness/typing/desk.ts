/**
 * A person at an editor, and what they see: types into a file of a folder by the keys of `keystrokes.ts`, a key in so many milliseconds of a clock that stands
 * otherwise, and writes down what the server shows after each.
 */
import { type Diagnostic, DiagnosticRefreshRequest } from 'vscode-languageserver';
import { isDockerfileName } from '../../../rules/model/dockerfile/name.ts';
import { applyEdits, type TextEdit } from '../../../rules/text/edit.ts';
import { LineTable } from '../../../rules/text/source.ts';
import { toRange } from '../../../server/lsp/convert.ts';
import { type ListedFinding, scanCommand } from '../../../server/protocol.ts';
import { memoryFiles } from '../../server/host/memory-files.ts';
import { type InProcess, startInProcess, TestClock } from '../../server/lsp/in-process.ts';

const folder = '/desk';
/** Of a key, in milliseconds. */
const stroke = 100;
/** The default of `seaworthy.typingDelay`. */
const delay = 1500;

export class Desk {
  readonly clock: TestClock;
  readonly server: InProcess;
  readonly #path: string;
  /** Of the file that is open. */
  uri = '';
  #version = 1;
  #text: string;

  private constructor(server: InProcess, clock: TestClock, path: string, text: string) {
    this.server = server;
    this.clock = clock;
    this.#path = path;
    this.#text = text;
  }

  /** @param files on disk, by their paths. @param path of the one that is open. @param text of it as it is opened. */
  static async sit(files: Readonly<Record<string, string>>, path: string, text = ''): Promise<Desk> {
    const clock = new TestClock();
    const onDisk = { '.seaworthy.yaml': 'profile: all\npreview: true\nregistries: [registry.example.com]\n', ...files };
    const server = await startInProcess({
      folder,
      clock,
      files: memoryFiles(Object.fromEntries(Object.entries(onDisk).map(([name, each]) => [`${folder}/${name}`, each]))),
    });
    const desk = new Desk(server, clock, path, text);
    desk.#open(text);
    await server.connection.sendRequest('workspace/executeCommand', { command: scanCommand });
    await desk.seen();
    return desk;
  }

  get text(): string {
    return this.#text;
  }

  /** One key, or whatever else changes the text at once. */
  async press(change: TextEdit, milliseconds = stroke): Promise<Seen> {
    this.clock.pass(milliseconds);
    await this.#moment();
    const range = toRange(new LineTable(this.#text), change);
    this.#text = applyEdits(this.#text, [change]);
    this.#version++;
    this.server.change(this.#path, this.#version, change.text, range);
    return this.seen();
  }

  /** Nothing for so long. */
  async pause(milliseconds = delay + 1): Promise<Seen> {
    this.clock.pass(milliseconds);
    await this.#moment();
    return this.seen();
  }

  save(): Promise<Seen> {
    this.server.save(this.#path);
    return this.seen();
  }

  /** What the server says of the text when it is opened as it is now. */
  async anew(): Promise<readonly Diagnostic[]> {
    this.server.close(this.#path);
    this.#version = 1;
    this.#open(this.#text);
    return this.server.diagnostics(this.#path);
  }

  /** How often the server asked to be asked again. */
  get refreshes(): number {
    return this.server.asked.filter((method) => method === DiagnosticRefreshRequest.method).length;
  }

  async seen(): Promise<Seen> {
    const own = await this.server.diagnostics(this.#path);
    const listed = (await this.server.connection.sendRequest('seaworthy/findings', {})) as readonly ListedFinding[];
    return new Seen(own, listed);
  }

  #open(text: string): void {
    this.uri = this.server.open(this.#path, text, isDockerfileName(this.#path) ? 'dockerfile' : 'yaml');
  }

  /** Timers that are due, and what they start. */
  #moment(): Promise<void> {
    return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  }
}

/** What is shown at one time. */
export class Seen {
  readonly own: readonly Diagnostic[];
  /** Rules by the number of their findings, those of other files among them. */
  readonly counts: ReadonlyMap<string, number>;

  /** @param own the squiggles of the file that is open. @param listed all findings that are shown. */
  constructor(own: readonly Diagnostic[], listed: readonly ListedFinding[]) {
    this.own = own;
    const counts = new Map<string, number>();
    for (const { rule } of listed) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    this.counts = counts;
  }

  has(rule: string): boolean {
    return this.counts.has(rule);
  }

  /** Rules of which fewer findings are seen than before. */
  lostSince(before: Seen): readonly string[] {
    return [...before.counts].flatMap(([rule, count]) => ((this.counts.get(rule) ?? 0) < count ? [rule] : []));
  }
}
