/** Folders that configurations call roots, part by part, so that a file is not compared with each of them. Knows no disk. */

export interface Roots {
  isRoot: boolean;
  /** By the next part of a path; `*` stands for any. */
  readonly below: Map<string, Roots>;
}

/** @param roots relative to the folder of the configuration. */
export function readRoots(roots: readonly string[]): Roots {
  const all: Roots = { isRoot: false, below: new Map() };
  for (const root of roots) {
    let at = all;
    for (const part of root.split('/')) {
      if (part === '' || part === '.') continue;
      const next: Roots = at.below.get(part) ?? { isRoot: false, below: new Map() };
      at.below.set(part, next);
      at = next;
    }
    at.isRoot = true;
  }
  return all;
}

/**
 * The folder among the roots that a path lies in, the narrowest one; empty when it lies in none.
 * @param path relative to the folder of the configuration.
 */
export function rootOf(folder: string, path: string, roots: Roots): string {
  const parts = path.split('/').slice(0, -1);
  let deepest = roots.isRoot ? 0 : -1;
  let fitting: readonly Roots[] = [roots];
  for (let depth = 0; depth < parts.length && fitting.length > 0; depth++) {
    fitting = fitting.flatMap(({ below }) =>
      [...new Set([parts[depth] as string, '*'])].flatMap((part) => below.get(part) ?? []),
    );
    if (fitting.some(({ isRoot }) => isRoot)) deepest = depth + 1;
  }
  return deepest < 0 ? '' : [folder, ...parts.slice(0, deepest)].join('/');
}
