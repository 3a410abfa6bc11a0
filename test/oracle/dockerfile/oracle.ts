/** BuildKit's own parser as a program: built and asked when Go is there. */
import { askGo } from '../go.ts';

/** What BuildKit and we both say of an instruction. */
export interface Seen {
  readonly keyword: string;
  /** What an ONBUILD runs later. */
  readonly trigger?: string;
  /** Lines, from 1. */
  readonly start: number;
  readonly end: number;
  readonly flags?: readonly string[];
  readonly json?: readonly string[];
  /** Names of heredocs. */
  readonly heredocs?: readonly string[];
}

export interface SeenFile {
  readonly escape: string;
  readonly instructions: readonly Seen[];
}

export const fixturePath = new URL('parsed.ndjson', import.meta.url);

/** @returns null for what BuildKit refuses to read. @throws when the program cannot be built. */
export function askOracle(texts: readonly string[]): readonly (SeenFile | null)[] {
  return askGo(new URL('.', import.meta.url), texts);
}
