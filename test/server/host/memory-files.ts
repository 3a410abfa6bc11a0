/** Files that exist only here, for tests of what reads them. */
import type { Entry, EntryKind, Files, ReadResult } from '../../../server/host/files.ts';

export function memoryFiles(texts: {
  readonly [path: string]: string;
}): Files & { set(path: string, text: string | undefined): void } {
  const files = new Map(Object.entries(texts));
  const isFolder = (path: string): boolean => [...files.keys()].some((file) => file.startsWith(`${path}/`));
  return {
    list(folder): readonly Entry[] {
      const names = new Map<string, EntryKind>();
      for (const path of files.keys()) {
        if (!path.startsWith(`${folder}/`)) continue;
        const [name = '', ...rest] = path.slice(folder.length + 1).split('/');
        names.set(name, rest.length > 0 ? 'folder' : 'file');
      }
      return [...names].sort().map(([name, kind]) => ({ name, kind }));
    },
    read(path): ReadResult {
      const text = files.get(path);
      return text === undefined ? { unreadable: 'not found' } : { text };
    },
    kind(path): EntryKind | undefined {
      return files.has(path) ? 'file' : isFolder(path) ? 'folder' : undefined;
    },
    real(path): string | undefined {
      return files.has(path) || isFolder(path) ? path : undefined;
    },
    set(path, text) {
      if (text === undefined) files.delete(path);
      else files.set(path, text);
    },
  };
}
