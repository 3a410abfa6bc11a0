/** The disk, by Node. Reads synchronously: a scan is bound by its analysis, and small files come out of the cache of the system. */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { byteLimit, type Entry, type EntryKind, type Files, type ReadResult } from './files.ts';

export const nodeFiles: Files = {
  list(folder) {
    const entries = readdirSync(folder, { withFileTypes: true });
    const found = entries.flatMap((entry): Entry[] => {
      const { name } = entry;
      if (entry.isSymbolicLink()) return [followed(folder, name)];
      if (entry.isDirectory()) return [{ name, kind: 'folder' }];
      return entry.isFile() ? [{ name, kind: 'file' }] : [];
    });
    return found.sort((a, b) => (a.name < b.name ? -1 : 1));
  },

  read(path): ReadResult {
    try {
      const size = statSync(path).size;
      if (size > byteLimit) return { unreadable: `larger than 2 MB (${(size / 1024 / 1024).toFixed(1)} MB)` };
      return decode(readFileSync(path));
    } catch (error) {
      return { unreadable: reasonOf(error) };
    }
  },

  kind(path): EntryKind | undefined {
    try {
      const stat = statSync(path);
      return stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : undefined;
    } catch {
      return undefined;
    }
  },
};

function followed(folder: string, name: string): Entry {
  const path = `${folder}/${name}`;
  try {
    const stat = statSync(path);
    const target = realpathSync(path);
    const real = realpathSync(folder);
    if (stat.isDirectory() && (real === target || real.startsWith(`${target}/`)))
      return { name, kind: 'folder', target, broken: 'a symbolic link to a folder it lies in' };
    return { name, kind: stat.isDirectory() ? 'folder' : 'file', target };
  } catch (error) {
    return {
      name,
      kind: 'file',
      broken:
        (error as NodeJS.ErrnoException).code === 'ELOOP' ? 'a loop of symbolic links' : 'a symbolic link to nowhere',
    };
  }
}

/** UTF-8, or UTF-16 by its byte order mark, which editors on Windows write. */
function decode(bytes: Buffer): ReadResult {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: bytes.toString('utf16le') };
  if (bytes.includes(0)) return { unreadable: 'binary file' };
  return { text: bytes.toString('utf8') };
}

function reasonOf(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'not found';
    case 'EACCES':
    case 'EPERM':
      return 'no permission to read it';
    case 'ELOOP':
      return 'a loop of symbolic links';
    case 'EISDIR':
      return 'a folder';
    default:
      return error instanceof Error ? error.message : 'cannot be read';
  }
}
