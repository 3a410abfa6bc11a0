/** What requests share that change a configuration: the file that counts for a document, and its change as an edit of the client. */
import type { WorkspaceEdit } from 'vscode-languageserver';
import { configurationFileName } from '../../../rules/engine/settings/configuration.ts';
import type { TextEdit } from '../../../rules/text/edit.ts';
import { LineTable } from '../../../rules/text/source.ts';
import { isRefusal, type Refusal } from '../../../rules/yaml/change.ts';
import { toRange } from '../convert.ts';
import type { Session } from '../session.ts';

/**
 * Changes the nearest `.seaworthy.yaml` above a document, else a new one in its folder.
 * @param change makes the edits. @param change.text of the configuration, empty for a new one. @param change.folder that it lies in.
 * @returns why it is refused where there is no place for it, or the change is not possible.
 */
export async function changeConfiguration(
  session: Session,
  uri: string,
  change: (text: string, folder: string) => readonly TextEdit[] | Refusal,
): Promise<WorkspaceEdit | Refusal> {
  const found = await fileFor(session, uri);
  if (found === undefined)
    return { refused: `There is no folder for a ${configurationFileName}, or the one there is a link out of it.` };
  const before = found.text ?? '';
  const edits = change(before, found.path.slice(0, found.path.lastIndexOf('/')));
  if (isRefusal(edits)) return edits;
  const lines = new LineTable(before);
  const target = session.documents.paths.uriOf(found.path);
  const edit = {
    textDocument: { uri: target, version: session.documents.versionOf(target) },
    edits: edits.map(({ text: newText, ...span }) => ({ range: toRange(lines, span), newText })),
  };
  const create = { kind: 'create', uri: target, options: { ignoreIfExists: true } } as const;
  return { documentChanges: found.text === undefined ? [create, edit] : [edit] };
}

/** The configuration that counts for a document, or where a new one belongs; its text as the editor has it. */
async function fileFor(
  session: Session,
  uri: string,
): Promise<{ readonly path: string; readonly text: string | undefined } | undefined> {
  const { folder, found } = await session.configurationOf(uri);
  const path = found.path ?? (folder.root === undefined ? undefined : `${folder.root}/${configurationFileName}`);
  if (path === undefined || !(await session.configurations.isAtHome(path))) return undefined;
  const open = session.documents.text(session.documents.paths.uriOf(path));
  if (open !== undefined) return { path, text: open };
  const read = found.path === undefined ? undefined : await session.host.files.read(path);
  return { path, text: read !== undefined && 'text' in read ? read.text : undefined };
}
