/** What the language server needs from the machine it runs on: files, and how their addresses are written. Node now, a browser's worker later. */
import type { Past } from '../host/baseline/history.ts';
import type { Files } from '../host/files.ts';
import type { ImageScans } from '../host/image-scans.ts';
import type { ImageVerifications } from '../host/image-verifications.ts';

export interface LspHost {
  readonly files: Files;
  /** The absolute path of a file's URI, with `/` between the parts; undefined for what is no file. */
  toPath(uri: string): string | undefined;
  toUri(path: string): string;
  /** As `2026-12-31`. */
  today(): string;
  /** Of a text, in base64. */
  sha256(text: string): string;
  /** Lets everything else that waits go first. */
  pause(): Promise<void>;
  readonly clock: Clock;
  /** A commit of the repository of a folder, as `pastOf` has it. Left out where no program can be run. */
  past?(folder: string, reference: string): Promise<Past | undefined>;
  /** Left out where no program can be run. */
  readonly images?: ImageHost;
  /** Of the process, so that the client can end one that does not answer; undefined where there is none. */
  readonly pid: number | undefined;
}

/** Time comes in from outside, so that a test can move it. */
export interface Clock {
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  /** Does something later. @returns what calls it off. */
  after(milliseconds: number, work: () => void): () => void;
}

/** Scans and verifications of images, and the time of the day by which their answers grow old; it may be set back. */
export interface ImageHost {
  /** @param outside folders that are open, of which no program is taken. */
  scans(outside: () => readonly string[]): ImageScans;
  /** The same for who signed them; left out where nobody can tell. */
  verifications?(outside: () => readonly string[]): ImageVerifications;
  /** Now, in ISO 8601. */
  now(): string;
  /** Milliseconds between two times of ISO 8601; NaN where one is none. */
  between(from: string, to: string): number;
}
