/** Sources of ADD and COPY: what kind each is. Source: Dockerfile reference, ADD. */

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
