/** Which files of a folder show their findings though they are not open: those that a scan was asked for. */
import { isWithin } from '../host/files.ts';

export class ShownPaths {
  readonly #paths = new Set<string>();

  /** From now on a file shows its findings, or all files below a folder. */
  add(path: string): void {
    this.#paths.add(path);
  }

  has(file: string): boolean {
    for (const path of this.#paths) if (isWithin(path, file)) return true;
    return false;
  }

  /** What was added. */
  get all(): readonly string[] {
    return [...this.#paths];
  }
}
