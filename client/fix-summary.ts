/** Applies fixes over many files, says what became of them, and takes them back when somebody asks for it. Must not know where they come from. */
import * as vscode from 'vscode';
import type { WorkspaceFixes } from '../server/protocol.ts';

interface Fixed {
  readonly uri: vscode.Uri;
  readonly before: string;
  readonly after: string;
}

/** @param edit which the editor lets a person take in part, or not at all. */
export async function applyWithSummary(
  edit: vscode.WorkspaceEdit,
  { fixed, left }: Pick<WorkspaceFixes, 'fixed' | 'left'>,
): Promise<void> {
  const entries = edit.entries();
  const before = await Promise.all(entries.map(([uri]) => textOf(uri)));
  await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  const after = await Promise.all(entries.map(([uri]) => textOf(uri)));
  const files = entries.flatMap(([uri], i): Fixed[] => {
    const [was, is] = [before[i] ?? '', after[i] ?? ''];
    return was === is ? [] : [{ uri, before: was, after: is }];
  });
  if (files.length === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t('Nothing was changed.'));
    return;
  }
  const isWhole = entries.every(([, edits], i) => after[i] === applied(before[i] ?? '', edits));
  const undo = vscode.l10n.t('Undo');
  const said = summary(isWhole ? fixed : undefined, files.length, left);
  if ((await vscode.window.showInformationMessage(said, undo)) === undo) await takeBack(files);
}

/** @param fixed findings that were mended; undefined where only a part of the changes was taken. */
function summary(fixed: number | undefined, files: number, left: number): string {
  const done =
    fixed === undefined
      ? vscode.l10n.t('Changed files: {0}, a part of the fixes.', files)
      : vscode.l10n.t('Findings fixed: {0}. Changed files: {1}.', fixed, files);
  return left === 0 ? done : `${done} ${vscode.l10n.t('Findings that need a decision of yours: {0}.', left)}`;
}

const textOf = async (uri: vscode.Uri): Promise<string> => (await vscode.workspace.openTextDocument(uri)).getText();

/** What a text becomes by edits that do not overlap. */
function applied(text: string, edits: readonly vscode.TextEdit[]): string {
  const starts = lineStarts(text);
  const offsetAt = ({ line, character }: vscode.Position): number => (starts[line] ?? text.length) + character;
  const placed = edits.map(({ range, newText }) => ({
    start: offsetAt(range.start),
    end: offsetAt(range.end),
    newText,
  }));
  return placed
    .sort((a, b) => b.start - a.start)
    .reduce((whole, { start, end, newText }) => whole.slice(0, start) + newText + whole.slice(end), text);
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: found }) => index + found.length)];
}

/** Files that were changed again meanwhile stay as they are, and are named. */
async function takeBack(files: readonly Fixed[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const kept: string[] = [];
  for (const { uri, before, after } of files) {
    const document = await vscode.workspace.openTextDocument(uri);
    const end = document.lineAt(document.lineCount - 1).range.end;
    if (document.getText() === after) edit.replace(uri, new vscode.Range(new vscode.Position(0, 0), end), before);
    else kept.push(vscode.workspace.asRelativePath(uri));
  }
  await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  if (kept.length > 0)
    await vscode.window.showWarningMessage(vscode.l10n.t('Changed since, and left as they are: {0}', kept.join(', ')));
}
