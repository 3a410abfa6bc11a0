/** Paths as the engine knows them: keys with `/` between the parts, given by the host (a file path or a URI). Touches no disk. */

export function directoryOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at < 0 ? '' : path.slice(0, at);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `to` as seen from a folder, with `.` and `..` taken out; an absolute `to` stays as it is. */
export function joinPath(folder: string, to: string): string {
  const parts = to.startsWith('/') || folder === '' ? [] : folder.split('/');
  for (const part of to.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return to.startsWith('/') ? `/${parts.join('/')}` : parts.join('/');
}
