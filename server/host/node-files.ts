/**
 * The disk, by Node: the only place that reads it. Reads synchronously: a scan is bound by its analysis, and small files come out of the cache of
 * the system. Nothing here waits for another process, whatever bears the name of a file.
 */
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { type Bytes, byteLimit, type Entry, type EntryKind, type Files, type ReadResult, within } from './files.ts';
import { isFilePath, onDisk, slashed } from './paths.ts';
import { unpacked } from './tar.ts';

export const nodeFiles = {
  list(folder: string): readonly Entry[] {
    const entries = readdirSync(onDisk(folder), { withFileTypes: true });
    const found = entries.map((entry): Entry => {
      const { name } = entry;
      if (entry.isSymbolicLink()) return followed(within(folder, name), name);
      if (entry.isDirectory()) return { name, kind: 'folder' };
      return entry.isFile() ? { name, kind: 'file' } : { name, kind: 'file', broken: notAFile(entry) };
    });
    return found.sort((a, b) => (a.name < b.name ? -1 : 1));
  },

  read(path: string): ReadResult {
    const bytes = readBytes(path);
    return bytes instanceof Uint8Array ? decode(bytes) : bytes;
  },

  bytes(path: string): Bytes {
    return readBytes(path);
  },

  unpack: unpacked,

  kind(path: string): EntryKind | 'other' | undefined {
    if (!isFilePath(path)) return undefined;
    try {
      const stat = statSync(onDisk(path));
      return stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : 'other';
    } catch {
      return undefined;
    }
  },

  real(path: string): string | undefined {
    if (!isFilePath(path)) return undefined;
    try {
      return realPath(path);
    } catch {
      return undefined;
    }
  },
} satisfies Files;

/** The bytes of a file that is not too large, or in a few words why they cannot be had. */
export function readBytes(path: string): Bytes {
  if (!isFilePath(path)) return { unreadable: 'not the name of a file here' };
  let file: number | undefined;
  try {
    // To open some devices does something already.
    const obstacle = obstacleOf(statSync(path));
    if (obstacle !== undefined) return { unreadable: obstacle };
    // What was a file a moment ago may be a pipe now, and to open one would wait for its writer.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(file);
    return obstacleOf(stat) === undefined ? bytesOf(file, stat.size) : { unreadable: 'it is no file any more' };
  } catch (error) {
    return { unreadable: reasonOf(error) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function obstacleOf(stat: Stats): string | undefined {
  if (stat.isDirectory()) return 'a folder';
  if (!stat.isFile()) return notAFile(stat);
  return stat.size > byteLimit ? tooLarge(stat.size) : undefined;
}

const tooLarge = (size: number): string => `larger than 2 MB (${(size / 1024 / 1024).toFixed(1)} MB)`;

/** A size says little of files that grow, and nothing of those that the system makes up. */
function bytesOf(file: number, size: number): Uint8Array | { readonly unreadable: string } {
  let buffer = Buffer.allocUnsafe(Math.max(size, 511) + 1);
  let length = 0;
  for (;;) {
    const count = readSync(file, buffer, length, buffer.length - length, null);
    if (count === 0) return buffer.subarray(0, length);
    length += count;
    if (length > byteLimit) return { unreadable: 'larger than 2 MB' };
    if (length === buffer.length) {
      const larger = Buffer.allocUnsafe(Math.min(2 * length, byteLimit) + 1);
      buffer.copy(larger);
      buffer = larger;
    }
  }
}

function followed(path: string, name: string): Entry {
  try {
    const stat = statSync(path);
    const target = realPath(path);
    if (stat.isDirectory()) return { name, kind: 'folder', target };
    return stat.isFile() ? { name, kind: 'file', target } : { name, kind: 'file', target, broken: notAFile(stat) };
  } catch (error) {
    const isLoop = (error as NodeJS.ErrnoException).code === 'ELOOP';
    return { name, kind: 'file', broken: isLoop ? 'a loop of symbolic links' : 'a symbolic link to nowhere' };
  }
}

function realPath(path: string): string {
  return slashed(realpathSync.native(onDisk(path)));
}

function notAFile(it: Pick<Stats, 'isFIFO' | 'isSocket'>): string {
  return it.isFIFO() ? 'a pipe, not a file' : it.isSocket() ? 'a socket, not a file' : 'a device, not a file';
}

// The mark at the beginning stays, so that it is written again.
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const [littleEndian, bigEndian] = ['utf-16le', 'utf-16be'].map((name) => new TextDecoder(name, { ignoreBOM: true }));

/** UTF-8, or UTF-16 by its byte order mark, which editors on Windows write. */
export function decode(bytes: Uint8Array): ReadResult {
  const [first, second, third, fourth] = bytes;
  const utf16 =
    first === 0xff && second === 0xfe ? littleEndian : first === 0xfe && second === 0xff ? bigEndian : undefined;
  if (utf16 !== undefined && !(third === 0 && fourth === 0))
    return { text: utf16.decode(bytes), foreign: 'its text is UTF-16, not UTF-8' };
  if (bytes.includes(0)) return { unreadable: 'binary file' };
  try {
    return { text: strict.decode(bytes) };
  } catch {
    return { text: Buffer.from(bytes).toString('utf8'), foreign: 'it holds bytes that are not UTF-8' };
  }
}

function reasonOf(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'not found';
    case 'EACCES':
    case 'EPERM':
      return 'no permission to read it';
    case 'EBUSY':
      return 'another program keeps it to itself';
    case 'ELOOP':
      return 'a loop of symbolic links';
    case 'EISDIR':
      return 'a folder';
    case 'ENXIO':
      return 'a socket, not a file';
    default:
      return error instanceof Error ? error.message : 'cannot be read';
  }
}
