/** The file that a request about an image names: an open document as it is now, or a closed file as the workspace knows it. */
import type { Workspace } from '../../rules/engine/workspace.ts';
import type { LineTable } from '../../rules/text/source.ts';
import type { Session } from './session.ts';

/** A file of the workspace. */
export interface ImageFile {
  readonly workspace: Workspace;
  readonly path: string;
  readonly lines: LineTable;
}

/** @returns undefined for what is neither open nor a file that was read. */
export async function imageFile(session: Session, uri: string): Promise<ImageFile | undefined> {
  const open = await session.documents.get(uri);
  if (open !== undefined) return open;
  const path = await session.documents.paths.of(uri);
  const { workspace } = session.folders.of(path);
  const lines = workspace.lines(path);
  return lines === undefined ? undefined : { workspace, path, lines };
}
