/**
 * Renames a file over another one. On Windows that fails for as long as another program has either of them open, and virus scanners and indexers open
 * what has just been written. Touches no disk by itself, so that it can be tried on any system.
 */
import type { Platform } from './paths.ts';

export interface Renaming {
  readonly platform: Platform;
  /** Throws as `fs.renameSync` does. */
  readonly rename: () => void;
  /** Why the file must not be replaced any more, or undefined: time has passed. */
  readonly obstacle: () => string | undefined;
  readonly wait: (milliseconds: number) => void;
}

/** Milliseconds between attempts, two and a half seconds in all: who has a file open for longer works on it. */
const pauses: readonly number[] = [10, 20, 40, 80, 160, 320, 640, 1280];

/** @returns the obstacle that came up meanwhile, or undefined when it is done. @throws what the last attempt threw. */
export function renameOver({ platform, rename, obstacle, wait }: Renaming): string | undefined {
  for (let attempt = 0; ; attempt++) {
    const found = obstacle();
    if (found !== undefined) return found;
    try {
      rename();
      return undefined;
    } catch (error) {
      const pause = pauses[attempt];
      if (platform !== 'win32' || pause === undefined || !isBusy(error)) throw error;
      wait(pause);
    }
  }
}

/** Windows says "access denied" of what is open, too. */
function isBusy(error: unknown): boolean {
  return ['EPERM', 'EACCES', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '');
}
