/** Fixes over whole folders as one edit that the editor previews: each change asks to be confirmed. Reads closed files from disk, for a copy of what is known. */
import {
  type AnnotatedTextEdit,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Finding } from '../../rules/engine/findings/finding.ts';
import type { Workspace } from '../../rules/engine/workspace.ts';
import { differences } from '../../rules/text/difference.ts';
import { LineTable } from '../../rules/text/source.ts';
import { toRange } from './convert.ts';
import type { FixedFile } from './folder.ts';
import type { OpenVersion, Session } from './session.ts';
import type { Task } from './tasks.ts';
import { TooLong } from './time-limit.ts';

export interface WorkspaceFixQuestion {
  /** Left out: every safe fix of every rule. */
  readonly rule?: string | null;
}

const annotation = 'fix';

/** @returns null when there is nothing to fix. */
export async function workspaceFix(
  session: Session,
  { rule: asked }: WorkspaceFixQuestion,
  turn: Task,
): Promise<WorkspaceEdit | null> {
  const rule = asked ?? undefined;
  const level = rule === undefined ? 'safe' : 'review';
  const documentChanges: TextDocumentEdit[] = [];
  for (const folder of session.folders) {
    await turn.pause();
    if (!folder.wasRead && !(await session.readWhole(folder))) continue;
    const { copy, versions } = await session.copyOf(folder);
    const paths = await fixable(copy, rule, turn);
    try {
      for (const fixed of await folder.fixed(copy, paths, { level, rule }, () => turn.pause()))
        documentChanges.push(changeOf(session, fixed, versions.get(fixed.path)));
    } catch (error) {
      if (error instanceof TooLong) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
      throw error;
    }
  }
  if (documentChanges.length === 0) return null;
  const label = rule === undefined ? 'Fix what is safe' : `Fix ${rule}`;
  return { documentChanges, changeAnnotations: { [annotation]: { label, needsConfirmation: true } } };
}

async function fixable(workspace: Workspace, rule: string | undefined, turn: Task): Promise<readonly string[]> {
  const isMeant = (finding: Finding): boolean =>
    finding.fix !== undefined && (rule === undefined || finding.rule === rule);
  const found: string[] = [];
  for (const path of workspace.paths()) {
    await turn.pause();
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
    ({ text, ...span }): AnnotatedTextEdit => ({
      range: toRange(lines, span),
      newText: text,
      annotationId: annotation,
    }),
  );
  return { textDocument: { uri: open?.uri ?? session.uriOf(path), version: open?.version ?? null }, edits };
}
