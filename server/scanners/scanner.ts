/** What a scanner is to us: command lines as lists of arguments, and pure functions from what it writes to our own shape. None of it runs anything. */
import type { ImageReport } from './report.ts';

/** What is scanned. Paths are absolute, so that none can be taken for an option. */
export type Target =
  | {
      readonly kind: 'image';
      /** Well formed: `referenceProblem` has nothing to say of it. */
      readonly reference: string;
      /** As `linux/arm64`; undefined for that of the machine. */
      readonly platform: string | undefined;
    }
  /** `archive`: a tar of `docker save` or an OCI layout; `layout`: a folder of one; `sbom`: CycloneDX or SPDX. */
  | { readonly kind: 'archive' | 'layout' | 'sbom'; readonly path: string };

export interface ScanOptions {
  /** Where the image may come from: `local` asks container engines alone, and no registry. */
  readonly source: 'any' | 'local';
  /** Documents (OpenVEX, CSAF) that the scanner applies; absolute paths. */
  readonly vex: readonly string[];
  /** The file that the scanner writes its answer to, where it does not use standard output. */
  readonly answerFile: string;
}

/** The state of a program before it scans. */
export interface ScannerState {
  readonly version: string;
  /** When its database was made: ISO 8601; undefined where there is none, or where the report tells. */
  readonly database?: string;
}

export interface Scanner {
  /** As `--scanner` and the settings call it. */
  readonly name: string;
  /** As people call it. */
  readonly title: string;
  /** The program, without folder and extension. */
  readonly program: string;
  /** `auto` may take it: it works without an account. Others run only when they were named. */
  readonly isAutomatic: boolean;
  /** What leaves the machine beside the request for the image to its registry; undefined for nothing. */
  readonly sends?: string;
  /** The first version whose options and answers are those that are used here. */
  readonly oldest: string;
  /** Beginnings of variables of the environment that are its own, handed on. */
  readonly variables: readonly string[];
  /** Variables that are set whatever the environment says. */
  readonly environment: { readonly [name: string]: string };
  /** Arguments that make it say its version, and its database's date where it can. */
  readonly stateArguments: readonly string[];
  /** @throws where the text is not what is expected. */
  readonly readState: (text: string) => ScannerState;
  /** @returns undefined where it cannot scan such a thing. */
  readonly scanArguments: (target: Target, options: ScanOptions) => readonly string[] | undefined;
  /** Exit statuses that come with an answer. */
  readonly answered: readonly number[];
  /** Where its answer is. */
  readonly answersIn: 'output' | 'file';
  /** @throws where the text is not what is expected. */
  readonly read: (text: string) => ImageReport;
  /** Arguments that bring its database up to date, which asks the network; undefined where it has none. */
  readonly updateArguments?: readonly string[];
}

/** Whether a version is `oldest` or later; numbers alone count. One without any, as a program has that somebody built, may be. */
export function isSupported(version: string, oldest: string): boolean {
  if (version !== '' && !/\d/.test(version)) return true;
  const [a, b] = [version, oldest].map((text) => (/\d+(?:\.\d+)*/.exec(text)?.[0] ?? '0').split('.').map(Number)) as [
    number[],
    number[],
  ];
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
