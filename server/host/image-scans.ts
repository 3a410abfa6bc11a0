/**
 * Scans images with a scanner of the machine: finds it, asks for its state, runs it, one at a time, in an empty folder, and keeps its answers for the user.
 * Must not know what a scanner's arguments or answers mean, nor who wants to know. Nothing is run unless `scan`, `update` or `choose` was called.
 */

import { normalised } from '../../rules/facts/questions/images.ts';
import { parseImageReference } from '../../rules/model/image/reference.ts';
import { type Cause, type Circumstances, causeOf, failureOf, type ScanFailure } from '../scanners/failure.ts';
import { automatic, scanners } from '../scanners/index.ts';
import { vexPath } from '../scanners/openvex.ts';
import { digestsIn } from '../scanners/pin.ts';
import { isPlatform, referenceProblem } from '../scanners/reference.ts';
import type { ImageReport } from '../scanners/report.ts';
import { isStale, readResult, resultText, type ScanResult } from '../scanners/result.ts';
import { isSupported, type Scanner, type ScannerState, type Target } from '../scanners/scanner.ts';
import { isWithin, within } from './files.ts';
import { findProgram } from './find-program.ts';
import { nodeFiles } from './node-files.ts';
import { inScratch, Kept, scratchText, stampOf } from './own-folder.ts';
import { programEnvironment } from './program-environment.ts';
import { type Ended, run } from './run-program.ts';
import { between, moment } from './today.ts';

/** A scanner that is there, and in which state. */
export interface Chosen {
  readonly scanner: Scanner;
  /** Absolute path. */
  readonly path: string;
  readonly state: ScannerState;
  /** Of the program's file when it said its state. */
  readonly stamp: string | undefined;
}

export interface ScanWish {
  /** In milliseconds: an answer that is not older is not asked for again. */
  readonly maxAge: number;
  readonly source: 'any' | 'local';
  readonly vex: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

export interface ImageScansOptions {
  /** Of the process. */
  readonly environment: { readonly [name: string]: string | undefined };
  /** Folders in which no program is taken: those that are open. */
  readonly outside: () => readonly string[];
  /** In milliseconds, for one scan. */
  readonly limit: number;
  readonly kept?: Kept;
}

/** Time for a program to say its version, in milliseconds. */
const stateLimit = 20_000;
/** Until a program that was busy is tried again, in milliseconds. */
const busyWait = 2000;

export class ImageScans {
  readonly #options: ImageScansOptions;
  readonly #kept: Kept;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: ImageScansOptions) {
    this.#options = options;
    this.#kept = options.kept ?? new Kept('scans');
  }

  /** Documents of a folder that are handed to scanners of the images that its files name. */
  vexIn(folder: string): readonly string[] {
    return vexIn(folder);
  }

  /**
   * @param name of a scanner, or `auto` for the first that is there and works without an account.
   * @param programs absolute paths by scanner, where the user named them.
   */
  async choose(
    name: string,
    signal?: AbortSignal,
    programs: ReadonlyMap<string, string> = new Map(),
  ): Promise<Chosen | ScanFailure> {
    const wanted = name === 'auto' ? automatic : scanners.filter((one) => one.name === name);
    let failure: ScanFailure | undefined;
    for (const scanner of wanted) {
      const found = await this.#stateOf(scanner, programs.get(scanner.name), signal);
      if (!('cause' in found)) return found;
      if (failure === undefined || failure.cause === 'not-installed') failure = found;
    }
    if (failure?.cause === 'not-installed' && wanted.length > 1)
      return {
        ...failure,
        message: `No scanner is installed: neither ${wanted.map(({ title }) => title).join(' nor ')} is on the PATH`,
      };
    return failure ?? { cause: 'not-installed', message: `There is no scanner ${name}`, detail: '' };
  }

  async #stateOf(scanner: Scanner, named: string | undefined, signal?: AbortSignal): Promise<Chosen | ScanFailure> {
    const { environment, outside } = this.#options;
    const path = named ?? findProgram(scanner.program, environment['PATH'] ?? environment['Path'] ?? '', outside());
    const of = this.#circumstances(scanner, undefined);
    if (path === undefined) return failureOf('not-installed', of, '');
    const stamp = stampOf(path);
    const ended = await this.#run(scanner, path, scanner.stateArguments, stateLimit, signal);
    const failure = failureIn(ended, [0], { ...of, seconds: stateLimit / 1000 });
    if (failure !== undefined) return failure;
    try {
      const state = scanner.readState(ended.output);
      return isSupported(state.version, scanner.oldest)
        ? { scanner, path, state, stamp }
        : failureOf('too-old', of, `version ${state.version}`);
    } catch {
      return failureOf('unreadable', of, ended.output);
    }
  }

  /** What is kept of an earlier scan; runs nothing. @param vex documents that were applied, as in a wish. */
  known(scanner: string, target: Target, vex: readonly string[] = []): ScanResult | undefined {
    const text = this.#kept.read(keyOf(scanner, target, vex));
    const result = text === undefined ? undefined : readResult(text);
    return result?.scanner === scanner ? result : undefined;
  }

  /** An answer that is kept and counts still, or a new one; one scan at a time, in the order of the calls. */
  async scan(chosen: Chosen, target: Target, wish: ScanWish): Promise<ScanResult | ScanFailure> {
    const of = this.#circumstances(chosen.scanner, target);
    if (target.kind === 'image' && !isHarmless(target)) return failureOf('refused', of, '');
    const turn = this.#last.then(() => this.#scanNow(chosen, target, wish, of));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #scanNow(chosen: Chosen, target: Target, wish: ScanWish, of: Circumstances): Promise<ScanResult | ScanFailure> {
    const known = target.kind === 'image' ? this.known(chosen.scanner.name, target, wish.vex) : undefined;
    if (known !== undefined && isSameAs(known, chosen.state) && !isStale(known, moment(), wish.maxAge, between))
      return known;
    const first = await this.#ask(chosen, target, wish, of);
    if (!('cause' in first) || first.cause !== 'busy') return first;
    await new Promise((resolve) => setTimeout(resolve, busyWait));
    return this.#ask(chosen, target, wish, of);
  }

  async #ask(
    { scanner, path, state, stamp }: Chosen,
    target: Target,
    wish: ScanWish,
    of: Circumstances,
  ): Promise<ScanResult | ScanFailure> {
    const answer = await inScratch(async (folder) => {
      const answerFile = `${folder}/answer.json`;
      const args = scanner.scanArguments(target, { source: wish.source, vex: wish.vex, answerFile });
      if (args === undefined) return undefined;
      const ended = await this.#runIn(folder, scanner, path, args, this.#options.limit, wish.signal);
      return { ended, text: scanner.answersIn === 'file' ? (scratchText(answerFile) ?? '') : ended.output };
    });
    if (answer === undefined) return failureOf('unsupported', of, '');
    const { ended, text } = answer;
    const failure = failureIn(ended, scanner.answered, of);
    if (failure !== undefined) return failure;
    // Another version than the one that said its state: nobody knows which of them this answer is of.
    if (stampOf(path) !== stamp) return failureOf('replaced', of, '');
    let report: ImageReport;
    try {
      report = scanner.read(text);
    } catch {
      return failureOf('unreadable', of, ended.error === '' ? text.slice(0, 1000) : ended.error);
    }
    const database = report.database ?? state.database;
    const result: ScanResult = {
      scanner: scanner.name,
      title: scanner.title,
      version: state.version,
      ...(database === undefined ? {} : { database }),
      scannedAt: moment(),
      report,
    };
    this.#keep(target, result, wish.vex);
    return result;
  }

  /** Also under the digest, by which another tag may be the same image. */
  #keep(target: Target, result: ScanResult, vex: readonly string[]): void {
    if (target.kind !== 'image') return;
    const text = resultText(result);
    this.#kept.write(keyOf(result.scanner, target, vex), text);
    const { registry, repository } = parseImageReference(target.reference);
    for (const digest of digestsIn(result.report, target.reference))
      this.#kept.write(
        keyOf(result.scanner, { ...target, reference: `${registry}/${repository}@${digest}` }, vex),
        text,
      );
  }

  /** Brings the scanner's database up to date, which asks the network. @returns why it was not. */
  async update({ scanner, path }: Chosen, signal?: AbortSignal): Promise<ScanFailure | undefined> {
    if (scanner.updateArguments === undefined) return undefined;
    const ended = await this.#run(scanner, path, scanner.updateArguments, this.#options.limit, signal);
    return failureIn(ended, [0], this.#circumstances(scanner, undefined));
  }

  #run(scanner: Scanner, path: string, args: readonly string[], limit: number, signal?: AbortSignal): Promise<Ended> {
    return inScratch((folder) => this.#runIn(folder, scanner, path, args, limit, signal));
  }

  #runIn(
    folder: string,
    scanner: Scanner,
    path: string,
    args: readonly string[],
    limit: number,
    signal?: AbortSignal,
  ): Promise<Ended> {
    const environment = programEnvironment(this.#options.environment, scanner, folder);
    return run({ program: path, arguments: args, folder, environment, limit, signal });
  }

  #circumstances(scanner: Scanner, target: Target | undefined): Circumstances {
    const { title, program, oldest, updateArguments } = scanner;
    return {
      title,
      program,
      oldest,
      target: target === undefined ? 'the image' : target.kind === 'image' ? target.reference : target.path,
      seconds: Math.round(this.#options.limit / 1000),
      ...(target?.kind === 'image' ? { registry: parseImageReference(target.reference).registry } : {}),
      ...(updateArguments === undefined ? {} : { update: [program, ...updateArguments].join(' ') }),
    };
  }
}

/** @returns the OpenVEX document that Seaworthy writes in a folder, where there is one; none that a link leads out to. */
export function vexIn(folder: string): readonly string[] {
  const path = within(folder, vexPath);
  const real = nodeFiles.kind(path) === 'file' ? nodeFiles.real(path) : undefined;
  return real !== undefined && isWithin(nodeFiles.real(folder) ?? folder, real) ? [path] : [];
}

const isHarmless = ({ reference, platform }: Extract<Target, { kind: 'image' }>): boolean =>
  referenceProblem(reference) === undefined && (platform === undefined || isPlatform(platform));

/** By digest where there is one: the tag beside it changes nothing. What VEX documents left out holds for those who have the same documents. */
function keyOf(scanner: string, target: Target, vex: readonly string[]): string {
  if (target.kind !== 'image') return JSON.stringify([scanner, target.kind, target.path]);
  const parts = parseImageReference(target.reference);
  const name = parts.digest === undefined ? normalised(parts) : `${parts.registry}/${parts.repository}@${parts.digest}`;
  const documents = vex.map((path) => {
    const read = nodeFiles.read(path);
    return 'text' in read ? read.text : '';
  });
  return JSON.stringify([scanner, name, target.platform ?? '', ...documents]);
}

/** Another version or another database may know more. */
const isSameAs = (known: ScanResult, state: ScannerState): boolean =>
  known.version === state.version && (state.database === undefined || known.database === state.database);

const ends: { readonly [how in Ended['how']]: Cause | undefined } = {
  exited: undefined,
  'not-started': 'not-installed',
  'timed-out': 'timed-out',
  cancelled: 'cancelled',
  'too-much': 'too-much',
};

function failureIn(ended: Ended, answered: readonly number[], of: Circumstances): ScanFailure | undefined {
  const said = ended.error.trim() === '' ? ended.output.slice(0, 10_000) : ended.error;
  const cause = ends[ended.how];
  if (cause !== undefined) return failureOf(cause, of, said);
  return answered.includes(ended.status ?? -1)
    ? undefined
    : failureOf(causeOf(`${ended.error}\n${ended.output.slice(0, 10_000)}`), of, said);
}
