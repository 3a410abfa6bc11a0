/**
 * How the hosts reach files, as an interface: Node's disk here, a browser's workspace later. Paths are absolute, with `/` between the parts.
 */

export type EntryKind = 'file' | 'folder';

export interface Entry {
  readonly name: string;
  readonly kind: EntryKind;
  /** Reached through a symbolic link; `target` is where it really lies. */
  readonly target?: string;
  /** A link to nowhere, or to a folder it lies in. */
  readonly broken?: string;
}

/** A text, or in a few words why there is none. */
export type ReadResult = { readonly text: string } | { readonly unreadable: string };

export interface Files {
  /** Entries of a folder in the order of their names; throws when it cannot be listed. */
  list(folder: string): readonly Entry[] | Promise<readonly Entry[]>;
  read(path: string): ReadResult | Promise<ReadResult>;
  /** Undefined when there is nothing. */
  kind(path: string): EntryKind | undefined | Promise<EntryKind | undefined>;
}

/** Bytes above which a file is not even read. */
export const byteLimit = 2 * 1024 * 1024;
