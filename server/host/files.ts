/**
 * How the hosts reach files, as an interface: Node's disk here, a browser's workspace later. Paths are absolute, with `/` between the parts.
 */

export type EntryKind = 'file' | 'folder';

export interface Entry {
  readonly name: string;
  readonly kind: EntryKind;
  /** Reached through a symbolic link; `target` is where it really lies. */
  readonly target?: string;
  /** Why it cannot be read: a link to nowhere, a pipe. */
  readonly broken?: string;
}

/** A text, or in a few words why there is none. */
export type ReadResult =
  | {
      readonly text: string;
      /** Why the text must not be written back: its bytes are others than the text's UTF-8. */
      readonly foreign?: string;
    }
  | { readonly unreadable: string };

/** The bytes of a file that is not too large, or in a few words why they cannot be had. */
export type Bytes = Uint8Array | { readonly unreadable: string };

/** A file of an archive. */
export interface Packed {
  /** With `/`, as written in the archive. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Files {
  /** Entries of a folder in the order of their names; throws when it cannot be listed. */
  list(folder: string): readonly Entry[] | Promise<readonly Entry[]>;
  /** Reads files alone: what waits for others, such as a pipe or a device, is unreadable. */
  read(path: string): ReadResult | Promise<ReadResult>;
  /** The same as bytes, where the host can tell them; those of archives and pictures are no text. */
  bytes?(path: string): Bytes | Promise<Bytes>;
  /** Files of a packed chart, where the host can unpack it. @throws Error where it is no archive, or too large. */
  unpack?(archive: Uint8Array): readonly Packed[];
  /** Undefined when there is nothing; `other` is neither a file nor a folder. */
  kind(path: string): EntryKind | 'other' | undefined | Promise<EntryKind | 'other' | undefined>;
  /** The path without symbolic links; undefined when there is nothing. */
  real(path: string): string | undefined | Promise<string | undefined>;
}

/** Bytes above which a file is not even read. */
export const byteLimit = 2 * 1024 * 1024;

/** `name` in a folder, which may be the root of the disk. */
export function within(folder: string, name: string): string {
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}

/** Whether a path is a folder or lies below it. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(within(folder, ''));
}

/** A path below `from` as it is called below `to`, the same folder by another name. */
export function moved(path: string, from: string, to: string): string {
  return path === from ? to : within(to, path.slice(within(from, '').length));
}
