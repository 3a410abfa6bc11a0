/** Sources of ADD and COPY: what kind each is. Source: Dockerfile reference, ADD. */
import { plainDotFile, plainExtensions, plainNames } from '../../data/plain-files.ts';
import { baseName } from '../../text/path.ts';

/** An archive is one on the disk, which ADD unpacks. */
export type SourceKind = 'local' | 'archive' | 'url' | 'git' | 'heredoc';

/** @param source a word, variables resolved. */
export function sourceKind(source: string): SourceKind {
  if (source.startsWith('<<')) return 'heredoc';
  if (/^(?:git@|git:\/\/|ssh:\/\/)/.test(source) || /^https?:\/\/[^#?]*\.git(?:[#?]|$)/.test(source)) return 'git';
  if (/^(?:https?|ftp):\/\//i.test(source)) return 'url';
  // ADD unpacks local archives, whatever wildcard names them.
  return /\.(?:tar|tgz|tbz2?|txz|tzst|tar\.(?:gz|bz2|xz|zst|lzma|Z))$/i.test(source) || /\.tar\*|\.t\*/.test(source)
    ? 'archive'
    : 'local';
}

/** Compressed by a program whose output ADD unpacks when it holds a tar. */
const compressed = /\.(?:gz|bz2|xz|zst|lzma|lz|Z)$/i;

/**
 * Whether ADD unpacks a file of the build context, which it decides by content. @param written the source as it stands in the file: what an
 * argument holds is up to whoever builds. @returns undefined where the name does not tell.
 */
export function isUnpacked(source: string, written: string): boolean | undefined {
  if (sourceKind(source) === 'heredoc') return false;
  if (sourceKind(source) === 'archive' || compressed.test(source)) return true;
  // Folders are copied as they are, with the archives in them.
  if (/(?:^|\/)\.{0,2}\/?$/.test(source) && !/\$[^\s$]*$/.test(written)) return false;
  const name = baseName(written).replace(/["']$/, '').toLowerCase();
  const extension = /\.([a-z0-9]+)$/.exec(name)?.[1] ?? '';
  return plainExtensions.has(extension) || plainNames.has(name) || plainDotFile.test(name) ? false : undefined;
}
