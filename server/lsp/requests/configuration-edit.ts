/** What requests share that change a configuration: the file that counts for a document, and its change as an edit of the client. */
import type { WorkspaceEdit } from 'vscode-languageserver';
import { configurationFileName } from '../../../rules/engine/settings/configuration.ts';
import type { TextEdit } from '../../../rules/text/edit.ts';
import { LineTable } from '../../../rules/text/source.ts';
import { isRefusal, type Refusal } from '../../../rules/yaml/change.ts';
import { isWithin, within } from '../../host/files.ts';
import { toRange } from '../convert.ts';
import type { Session } from '../session.ts';

/** Which configuration is changed. */
export interface Target {
  /** The document, file or folder that it is to count for. */
  readonly uri: string;
  /** The nearest above it, else a new one in the workspace folder; that of its own folder; that of the workspace folder. */
  readonly where: 'nearest' | 'folder' | 'workspace';
}

/** A configuration before its change. */
export interface Before {
  /** Empty for a new one. */
  readonly text: string;
  /** The folder that it lies in. */
  readonly folder: string;
  /** Of a new one: the configuration that counted until then, relative to it, which it has to lie over; undefined for none. */
  readonly base: string | undefined;
}

/**
 * Changes a `.seaworthy.yaml` that exists, or makes one.
 * @returns why it is refused where there is no place for it, or the change is not possible.
 */
export async function changeConfiguration(
  session: Session,
  target: Target,
  change: (before: Before) => readonly TextEdit[] | Refusal,
): Promise<WorkspaceEdit | Refusal> {
  const found = await fileFor(session, target);
  if (found === undefined)
    return { refused: `There is no folder for a ${configurationFileName}, or the one there is a link out of it.` };
  const { path, base } = found;
  const text = found.text ?? '';
  const edits = change({ text, folder: folderOf(path), base });
  if (isRefusal(edits)) return edits;
  const lines = new LineTable(text);
  const uri = session.documents.paths.uriOf(path);
  const edit = {
    textDocument: { uri, version: session.documents.versionOf(uri) },
    edits: edits.map(({ text: newText, ...span }) => ({ range: toRange(lines, span), newText })),
  };
  const create = { kind: 'create', uri, options: { ignoreIfExists: true } } as const;
  return { documentChanges: found.text === undefined ? [create, edit] : [edit] };
}

interface Found {
  readonly path: string;
  /** As the editor has it; undefined where there is no such file yet. */
  readonly text: string | undefined;
  readonly base: string | undefined;
}

async function fileFor(session: Session, { uri, where }: Target): Promise<Found | undefined> {
  const { path: about, folder, found } = await session.configurationOf(uri);
  const { root } = folder;
  const wanted = {
    nearest: found.path ?? (root === undefined ? undefined : within(root, configurationFileName)),
    folder: root === undefined ? undefined : within(folderOf(about), configurationFileName),
    workspace: root === undefined ? undefined : within(root, configurationFileName),
  };
  const path = wanted[where];
  if (path === undefined || !(await session.configurations.isAtHome(path))) return undefined;
  const open = session.documents.text(session.documents.paths.uriOf(path));
  if (open !== undefined) return { path, text: open, base: undefined };
  const read = await session.host.files.read(path);
  if ('text' in read) return { path, text: read.text, base: undefined };
  return { path, text: undefined, base: baseOf(path, found.path) };
}

/** What a new configuration lies over, so that what counted until then counts on. @param above the one that counted. */
function baseOf(path: string, above: string | undefined): string | undefined {
  if (above === undefined || !isWithin(folderOf(above), path)) return undefined;
  const depth = path.slice(within(folderOf(above), '').length).split('/').length - 1;
  return depth === 0 ? undefined : `${'../'.repeat(depth)}${configurationFileName}`;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
