/**
 * Paths of the disk as we spell them: `/` between the parts on every system. Owns what is particular to Windows (drives, shares, names that are no
 * files); touches no disk, so that each system's paths can be tried on any other.
 */

export type Platform = NodeJS.Platform;

/**
 * A path of the system with `/` between its parts.
 * Windows writes long paths as `\\?\C:\x` and `\\?\UNC\server\share\x`; they are the files `C:/x` and `//server/share/x`.
 * Source: Microsoft, "Naming Files, Paths, and Namespaces".
 */
export function slashed(path: string, platform: Platform = process.platform): string {
  if (platform !== 'win32') return path;
  return path
    .replaceAll('\\', '/')
    .replace(/^\/\/\?\/UNC\//i, '//')
    .replace(/^\/\/\?\/(?=[a-z]:\/)/i, '');
}

/** Whatever follows, in any folder, and with blanks and dots behind: these are devices. Source: as above, "Naming Conventions". */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ .]*(?:[.:]|$)/i;

/**
 * Whether a path can be that of a file or a folder. What Windows takes for something else is never touched: devices, streams within files (`a:b`),
 * and names with `\`, which would be a way to another folder.
 * @param path with `/` between the parts; one that is not absolute is none.
 */
export function isFilePath(path: string, platform: Platform = process.platform): boolean {
  if (path.includes('\0')) return false;
  // What an editor has open without a file has a URI, which would be taken for a path from the current folder.
  if (!(platform === 'win32' ? /^(?:[a-z]:(?:\/|$)|\/\/)/i : /^\//).test(path)) return false;
  if (platform !== 'win32') return true;
  // The namespaces of devices and of objects: pipes of other processes lie there.
  if (/^\/\/[.?](?:\/|$)/.test(path)) return false;
  const names = path.replace(/^[a-z]:(?=\/|$)/i, '').split('/');
  return names.every((name) => !/[\\:]/.test(name) && !devices.test(name));
}

/** The root of what a path lies on: `/`, a drive (`C:/`) or a share (`//server/share/`). */
export function diskOf(path: string): string {
  const share = /^\/\/[^/]+\/[^/]+(?:\/|$)/.exec(path)?.[0];
  if (share !== undefined) return share.endsWith('/') ? share : `${share}/`;
  return path.slice(0, path.indexOf('/') + 1);
}

/** The folders that hold a path, nearest first, up to the root of the disk. Above a share are other computers, which nobody asked for. */
export function foldersAbove(path: string): string[] {
  const found: string[] = [];
  const root = diskOf(path).length - 1;
  for (let at = path.lastIndexOf('/'); at > 0 && at >= root; at = path.lastIndexOf('/', at - 1))
    found.push(path.slice(0, at));
  return found;
}

/** What the system calls a folder: `C:` alone would be the folder that is current there. */
export const onDisk = (path: string): string => (/^[a-z]:$/i.test(path) ? `${path}/` : path);
