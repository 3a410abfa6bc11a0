/**
 * `seaworthy/workspaceFix`: fixes over whole folders as one edit that the editor previews; each change asks to be confirmed. Reads closed files from disk,
 * for a copy of what is known.
 */
import { LSPErrorCodes, ResponseError, type TextDocumentEdit } from 'vscode-languageserver';
import type { Finding } from '../../../rules/engine/findings/finding.ts';
import type { Workspace } from '../../../rules/engine/workspace.ts';
import type { WorkspaceFixes } from '../../protocol.ts';
import type { Folder } from '../folder.ts';
import { object, optional, text } from '../parameter-shapes.ts';
import type { OwnRequest } from '../request.ts';
import type { Session } from '../session.ts';
import type { Task } from '../tasks.ts';
import { textEdit } from '../text-edit.ts';
import { TooLong } from '../time-limit.ts';

const annotation = 'fix';

export const workspaceFix: OwnRequest<'seaworthy/workspaceFix'> = {
  method: 'seaworthy/workspaceFix',
  shape: object({ rule: optional(text) }),
  async answer(session, { rule: asked }, task) {
    const rule = asked ?? undefined;
    const documentChanges: TextDocumentEdit[] = [];
    let [fixed, left] = [0, 0];
    for (const folder of session.folders.all) {
      await task.pause();
      if (!folder.wasRead && !(await session.readWhole(folder))) continue;
      const found = await changesIn(session, folder, rule, task);
      documentChanges.push(...found.changes);
      fixed += found.fixed;
      left += found.left;
    }
    if (documentChanges.length === 0) return null;
    const label = rule === undefined ? 'Fix what is safe' : `Fix ${rule}`;
    const changeAnnotations = { [annotation]: { label, needsConfirmation: true } };
    return { edit: { documentChanges, changeAnnotations }, fixed, left };
  },
};

interface Changes extends Pick<WorkspaceFixes, 'fixed' | 'left'> {
  readonly changes: readonly TextDocumentEdit[];
}

async function changesIn(session: Session, folder: Folder, rule: string | undefined, task: Task): Promise<Changes> {
  const { copy, versions } = await session.documents.copyOf(folder);
  const { paths, left } = await fixable(copy, rule, task);
  const level = rule === undefined ? 'safe' : 'review';
  try {
    const files = await folder.fixed(copy, paths, { level, rule }, () => task.pause());
    return {
      changes: files.map((file) => textEdit(session.documents.paths, file, versions.get(file.path), annotation)),
      fixed: files.reduce((sum, { fixed }) => sum + fixed, 0),
      left,
    };
  } catch (error) {
    if (error instanceof TooLong) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    throw error;
  }
}

/** @returns files with something to fix, and how many findings wait for somebody's decision whatever is done. */
async function fixable(
  workspace: Workspace,
  rule: string | undefined,
  task: Task,
): Promise<{ readonly paths: readonly string[]; readonly left: number }> {
  const isMeant = ({ fix, rule: own }: Finding): boolean => fix !== undefined && (rule === undefined || own === rule);
  const isLeft = ({ fix }: Finding): boolean => fix === 'template' || (fix === 'review' && rule === undefined);
  const paths: string[] = [];
  let left = 0;
  for (const path of workspace.paths()) {
    await task.pause();
    const meant = workspace.findings(path).filter(isMeant);
    if (meant.length > 0) paths.push(path);
    left += meant.filter(isLeft).length;
  }
  return { paths, left };
}
