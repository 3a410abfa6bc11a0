/**
 * Verifies signatures of images with cosign, where it is on this machine: finds it, runs it in an empty folder, and reads what it says. Nothing is kept: a
 * tag may be another image at any time. Must not know who wants to know. Nothing is run unless `verify` was called.
 */
import type { Signer } from '../../rules/engine/settings/trust.ts';
import { parseImageReference } from '../../rules/model/image/reference.ts';
import { visible } from '../../rules/text/visible.ts';
import { cosign, readCosignVersion, readVerification, verifyArguments } from '../scanners/cosign.ts';
import { referenceProblem } from '../scanners/reference.ts';
import { isSupported } from '../scanners/scanner.ts';
import { type About, cannotTell, type Obstacle, type Verification } from '../scanners/verification.ts';
import { findProgram } from './find-program.ts';
import { inScratch, writeScratch } from './own-folder.ts';
import { programEnvironment } from './program-environment.ts';
import { type Ended, run } from './run-program.ts';

export interface ImageVerificationsOptions {
  /** Of the process. */
  readonly environment: { readonly [name: string]: string | undefined };
  /** Folders in which no program is taken: those that are open. */
  readonly outside: () => readonly string[];
  /** In milliseconds, for one image. */
  readonly limit: number;
}

export interface VerifyWish {
  /** Where the user has cosign; undefined to look on the PATH. */
  readonly program?: string | undefined;
  /** A file of Sigstore's certificates, as an absolute path. */
  readonly trustedRoot?: string | undefined;
  /** The image is built here, and no registry has to have it. */
  readonly isBuilt: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Time for the program to say its version, in milliseconds. */
const stateLimit = 20_000;

const ends: { readonly [how in Ended['how']]: Obstacle | undefined } = {
  exited: undefined,
  'not-started': 'not-installed',
  'timed-out': 'timed-out',
  cancelled: 'cancelled',
  'too-much': 'too-much',
};

export class ImageVerifications {
  readonly #options: ImageVerificationsOptions;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: ImageVerificationsOptions) {
    this.#options = options;
  }

  /** @param image its whole reference. One at a time, in the order of the calls. */
  verify(image: string, signer: Signer, wish: VerifyWish): Promise<Verification> {
    const turn = this.#last.then(() => this.#verifyNow(image, signer, wish));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #verifyNow(image: string, signer: Signer, wish: VerifyWish): Promise<Verification> {
    const { registry, digest } = parseImageReference(image);
    const { oldest } = cosign;
    const about: About = { image, registry, signer, oldest, seconds: Math.round(this.#options.limit / 1000) };
    if (referenceProblem(image) !== undefined) return cannotTell('refused', about, '');
    if (wish.isBuilt) return cannotTell('local-only', about, '');
    const path = this.#find(wish.program);
    if (path === undefined) return cannotTell('not-installed', about, '');
    const unfit = await this.#unfit(path, about, wish.signal);
    if (unfit !== undefined) return unfit;
    return inScratch(async (folder) => {
      const keyFile = `${folder}/key.pub`;
      if (signer.kind === 'key') writeScratch(keyFile, signer.key);
      const args = verifyArguments(image, signer, keyFile, wish.trustedRoot);
      const ended = await this.#run(folder, path, args, this.#options.limit, wish.signal);
      const obstacle = ends[ended.how];
      return obstacle === undefined
        ? readVerification(ended, about, digest)
        : cannotTell(obstacle, about, visible(ended.error.trim().slice(-400)));
    });
  }

  #find(named: string | undefined): string | undefined {
    const { environment, outside } = this.#options;
    return named ?? findProgram(cosign.program, environment['PATH'] ?? environment['Path'] ?? '', outside());
  }

  /** Why the program that is there cannot tell; undefined where it can. */
  async #unfit(path: string, about: About, signal: AbortSignal | undefined): Promise<Verification | undefined> {
    const ended = await inScratch((folder) => this.#run(folder, path, cosign.stateArguments, stateLimit, signal));
    const obstacle = ends[ended.how];
    if (obstacle !== undefined) return cannotTell(obstacle, { ...about, seconds: stateLimit / 1000 }, '');
    try {
      const version = readCosignVersion(ended.output);
      return isSupported(version, cosign.oldest)
        ? undefined
        : cannotTell('too-old', about, `version ${visible(version)}`);
    } catch {
      return cannotTell('unreadable', about, visible((ended.error || ended.output).trim().slice(0, 400)));
    }
  }

  #run(
    folder: string,
    program: string,
    args: readonly string[],
    limit: number,
    signal: AbortSignal | undefined,
  ): Promise<Ended> {
    const environment = programEnvironment(this.#options.environment, cosign, folder);
    return run({ program, arguments: args, folder, environment, limit, signal });
  }
}
