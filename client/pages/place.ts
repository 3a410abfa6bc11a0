/** Places of files, as pages know them. */

/** Zero-based, in UTF-16, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a file. */
export interface Place {
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

/** @returns the name of the file and the line, as people count. */
export function shownPlace({ uri, range }: Place): string {
  return `${decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))}:${range.start.line + 1}`;
}
