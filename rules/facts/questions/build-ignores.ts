/** Which ignore files hold for a build, and what they keep out. Source: Docker documentation, "Build context", .dockerignore files. */
import { directoryOf, joinPath } from '../../text/path.ts';
import { matchesWildcard } from '../../text/wildcard.ts';
import type { Facts } from '../index.ts';
import type { BuildIgnoreFact } from '../kinds/build-ignore.ts';
import type { DockerfileFact } from '../kinds/dockerfile.ts';

/**
 * Ignore files that may hold for a Dockerfile, the surest first. Where its context is, only the caller of the build knows: its own folder, one
 * above it, or what another file says.
 */
export function ignoresFor(dockerfile: DockerfileFact, facts: Facts): readonly BuildIgnoreFact[] {
  const { file } = dockerfile.ref;
  const folders = new Set([
    ...facts.byKind['build-order'].map(({ ref, context }) => joinPath(directoryOf(ref.file), context)),
    ...foldersOf(file),
  ]);
  const paths = [`${file}.dockerignore`, ...[...folders].flatMap((folder) => namesIn(folder))];
  const known = facts.byKind['build-ignore'];
  return paths.flatMap((path) => known.filter(({ ref }) => ref.file === path));
}

function namesIn(folder: string): string[] {
  return ['.dockerignore', '.containerignore'].map((name) => (folder === '' ? name : `${folder}/${name}`));
}

/** Folders that hold a path, nearest first, up to the root. */
function foldersOf(path: string): string[] {
  const found: string[] = [];
  for (let at = directoryOf(path); ; at = directoryOf(at)) {
    found.push(at);
    if (at === '') return found;
  }
}

/** Whether a file or folder of the context's root is kept out; the last pattern that fits decides. */
export function keepsOut(patterns: readonly string[], name: string): boolean {
  let out = false;
  for (const written of patterns) {
    const negated = written.startsWith('!');
    if (fits(written.slice(negated ? 1 : 0), name)) out = !negated;
  }
  return out;
}

/** One part of a path, with `*` and `?`; a leading or trailing slash, `**` and what lies below change nothing at the root. */
function fits(pattern: string, name: string): boolean {
  const plain = pattern
    .replace(/^\.?\//, '')
    .replace(/^(?:\*\*\/)+/, '')
    .replace(/\/(?:\*\*?)?$/, '');
  if (plain.includes('/')) return false;
  return matchesWildcard(name, plain, '?');
}
