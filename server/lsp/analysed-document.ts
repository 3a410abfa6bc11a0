/** An open document, analysed as it was at one version: what requests about one document work on. */
import type { Finding } from '../../rules/engine/findings/finding.ts';
import type { Workspace } from '../../rules/engine/workspace.ts';
import type { LineTable } from '../../rules/text/source.ts';

export interface AnalysedDocument {
  readonly workspace: Workspace;
  /** What the workspace calls it. */
  readonly path: string;
  readonly uri: string;
  /** URI of a path, for files beside it. */
  readonly uriOf: (path: string) => string;
  /** What the editor or else the disk has at a path; undefined for what must not be written back. */
  readonly textOf: (path: string) => Promise<string | undefined>;
  readonly version: number;
  readonly text: string;
  readonly lines: LineTable;
  /** The findings that are shown of it, in the order of the text. */
  readonly shown: readonly Finding[];
}
