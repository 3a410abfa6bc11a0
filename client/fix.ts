/**
 * "Fix all safe problems": asks for the one bulk action of the active document and, when there is none, offers the fixes that a person
 * has to decide on. Knows code actions, not what they do.
 */
import * as vscode from 'vscode';

const source = 'seaworthy';
const bulk = vscode.CodeActionKind.SourceFixAll.append(source);

/** Applies every safe fix to the active document; says so when there is nothing safe to do. */
export async function fixAllSafe(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const { document } = editor;
  const whole = new vscode.Range(document.positionAt(0), document.lineAt(document.lineCount - 1).range.end);
  const [action] = await actions(document.uri, whole, bulk);
  if (action !== undefined) return apply(action);
  await offerReview(document);
}

async function offerReview(document: vscode.TextDocument): Promise<void> {
  const fixable = await reviewFixes(document);
  if (fixable.length === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t('Seaworthy has no fix for this file.'));
    return;
  }
  const review = vscode.l10n.t('Review fixes');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Nothing here can be fixed without a decision of yours.'),
    review,
  );
  if (answer !== review) return;
  const choice = await vscode.window.showQuickPick(fixable, {
    title: vscode.l10n.t('Fixes that may change what is deployed'),
    matchOnDetail: true,
  });
  if (choice === undefined) return;
  const editor = await vscode.window.showTextDocument(document);
  editor.revealRange(choice.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await apply(choice.action);
}

interface ReviewFix extends vscode.QuickPickItem {
  readonly range: vscode.Range;
  readonly action: vscode.CodeAction;
}

async function reviewFixes(document: vscode.TextDocument): Promise<ReviewFix[]> {
  const found: ReviewFix[] = [];
  for (const diagnostic of vscode.languages.getDiagnostics(document.uri)) {
    if (diagnostic.source !== source) continue;
    const offered = await actions(document.uri, diagnostic.range, vscode.CodeActionKind.QuickFix);
    // One fix per finding; two findings on one line share their menu, so an action counts where it is at home.
    const action = offered.find((candidate) => candidate.isPreferred && concerns(candidate, diagnostic));
    if (action === undefined) continue;
    const line = vscode.l10n.t('line {0}', diagnostic.range.start.line + 1);
    found.push({ label: action.title, description: line, detail: diagnostic.message, range: diagnostic.range, action });
  }
  return found;
}

function concerns(action: vscode.CodeAction, diagnostic: vscode.Diagnostic): boolean {
  return (
    action.diagnostics?.some(
      (candidate) =>
        candidate.source === source &&
        candidate.range.isEqual(diagnostic.range) &&
        candidate.message === diagnostic.message,
    ) ?? false
  );
}

/** Upper bound on the actions whose edits are computed at once; a finding has a handful. */
const resolved = 20;

/** The code actions of one kind at a range, with their edits. Other extensions' are among them. */
async function actions(
  uri: vscode.Uri,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const command = 'vscode.executeCodeActionProvider';
  return (await vscode.commands.executeCommand<vscode.CodeAction[]>(command, uri, range, kind.value, resolved)) ?? [];
}

async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit !== undefined) await vscode.workspace.applyEdit(action.edit);
  if (action.command !== undefined) {
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
}
