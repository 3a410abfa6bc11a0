/**
 * `seaworthy/workspaceFix`: fixes over whole folders as one edit that the editor previews; each change asks to be confirmed. Reads closed files from disk,
 * for a copy of what is known.
 */
import { type AnnotatedTextEdit, LSPErrorCodes, ResponseError, type TextDocumentEdit } from 'vscode-languageserver';
import type { Finding } from '../../../rules/engine/findings/finding.ts';
import type { Workspace } from '../../../rules/engine/workspace.ts';
import { differences } from '../../../rules/text/difference.ts';
import { LineTable } from '../../../rules/text/source.ts';
import { toRange } from '../convert.ts';
import type { OpenVersion } from '../document-store.ts';
import type { FixedFile, Folder } from '../folder.ts';
import { object, optional, text } from '../parameter-shapes.ts';
import type { OwnRequest } from '../request.ts';
import type { Session } from '../session.ts';
import type { Task } from '../tasks.ts';
import { TooLong } from '../time-limit.ts';

const annotation = 'fix';

export const workspaceFix: OwnRequest<'seaworthy/workspaceFix'> = {
  method: 'seaworthy/workspaceFix',
  shape: object({ rule: optional(text) }),
  async answer(session, { rule: asked }, task) {
    const rule = asked ?? undefined;
    const documentChanges: TextDocumentEdit[] = [];
    for (const folder of session.folders.all) {
      await task.pause();
      if (!folder.wasRead && !(await session.readWhole(folder))) continue;
      documentChanges.push(...(await changesIn(session, folder, rule, task)));
    }
    if (documentChanges.length === 0) return null;
    const label = rule === undefined ? 'Fix what is safe' : `Fix ${rule}`;
    return { documentChanges, changeAnnotations: { [annotation]: { label, needsConfirmation: true } } };
  },
};

async function changesIn(
  session: Session,
  folder: Folder,
  rule: string | undefined,
  task: Task,
): Promise<readonly TextDocumentEdit[]> {
  const { copy, versions } = await session.documents.copyOf(folder);
  const paths = await fixable(copy, rule, task);
  const level = rule === undefined ? 'safe' : 'review';
  try {
    const fixed = await folder.fixed(copy, paths, { level, rule }, () => task.pause());
    return fixed.map((file) => changeOf(session, file, versions.get(file.path)));
  } catch (error) {
    if (error instanceof TooLong) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    throw error;
  }
}

async function fixable(workspace: Workspace, rule: string | undefined, task: Task): Promise<readonly string[]> {
  const isMeant = (finding: Finding): boolean =>
    finding.fix !== undefined && (rule === undefined || finding.rule === rule);
  const found: string[] = [];
  for (const path of workspace.paths()) {
    await task.pause();
    if (workspace.findings(path).some(isMeant)) found.push(path);
  }
  return found;
}

function changeOf(
  session: Session,
  { path, before, after }: FixedFile,
  open: OpenVersion | undefined,
): TextDocumentEdit {
  const lines = new LineTable(before);
  const edits = differences(before, after).map(
    ({ text: newText, ...span }): AnnotatedTextEdit => ({
      range: toRange(lines, span),
      newText,
      annotationId: annotation,
    }),
  );
  return {
    textDocument: { uri: open?.uri ?? session.documents.paths.uriOf(path), version: open?.version ?? null },
    edits,
  };
}
