/** What requests about several files begin with. */
import type { AnalysedDocument } from './analysed-document.ts';
import type { Session } from './session.ts';

/** An open document, once every file of its folder is known as far as the settings let them be read; undefined when it is not open or not analysed. */
export async function withWholeFolder(session: Session, uri: string): Promise<AnalysedDocument | undefined> {
  const { documents, folders } = session;
  if (documents.versionOf(uri) === null) return undefined;
  const folder = folders.of(await documents.paths.of(uri));
  if (!folder.wasRead && (await folder.settings).analyzeWorkspace) await session.readWhole(folder);
  return documents.get(uri);
}
