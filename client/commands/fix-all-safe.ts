/**
 * "Fix all safe problems": asks the server for the one bulk action of the active document and, when there is none, offers the fixes that a
 * person has to decide on. Knows code actions, not what they do.
 */
import * as vscode from 'vscode';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  type LanguageClient,
} from 'vscode-languageclient/node';
import { bestFixKind } from '../../server/protocol.ts';
import { activeFile } from '../active-file.ts';
import type { Command } from './command.ts';

const bestFixes = vscode.CodeActionKind.Empty.append(bestFixKind);
const bulk = vscode.CodeActionKind.SourceFixAll.append('seaworthy');

/** Applies every safe fix to a document; says so when there is nothing safe to do. */
export const fixAllSafe: Command = {
  id: 'seaworthy.fixAllSafe',
  /** @param given the file of a menu; left out: the active one. */
  async run({ client }, given) {
    const document = given instanceof vscode.Uri ? await shown(given) : await activeFile();
    if (document === undefined) return;
    const [action] = await actions(client, document, bulk);
    if (action === undefined) await offerReview(client, document);
    else await apply(client, action);
  },
};

async function shown(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const { document } = await vscode.window.showTextDocument(uri);
  return document;
}

async function offerReview(client: LanguageClient, document: vscode.TextDocument): Promise<void> {
  const fixable = await reviewFixes(client, document);
  if (fixable.length === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t('Seaworthy has no fix for this file.'));
    return;
  }
  const choice = await vscode.window.showQuickPick(fixable, {
    title: vscode.l10n.t('Nothing here can be fixed without a decision of yours'),
    placeHolder: vscode.l10n.t('Fixes that may change what is deployed'),
    matchOnDetail: true,
  });
  if (choice === undefined) return;
  const editor = await vscode.window.showTextDocument(document);
  editor.revealRange(choice.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await apply(client, choice.action);
}

interface ReviewFix extends vscode.QuickPickItem {
  readonly range: vscode.Range;
  readonly action: CodeAction;
}

/** The best fix of each finding. */
async function reviewFixes(client: LanguageClient, document: vscode.TextDocument): Promise<ReviewFix[]> {
  const offered = await actions(client, document, bestFixes);
  return offered.flatMap((action) => {
    const diagnostic = action.diagnostics?.[0];
    if (diagnostic === undefined) return [];
    const range = client.protocol2CodeConverter.asRange(diagnostic.range);
    const description = vscode.l10n.t('line {0}', range.start.line + 1);
    const detail = typeof diagnostic.message === 'string' ? diagnostic.message : diagnostic.message.value;
    return [{ label: action.title, description, detail, range, action }];
  });
}

/**
 * The server's actions of one kind for the whole document. The editor's own command would mix in other extensions' and leave out which
 * finding an action is about.
 */
async function actions(
  client: LanguageClient,
  document: vscode.TextDocument,
  kind: vscode.CodeActionKind,
): Promise<CodeAction[]> {
  const end = document.lineAt(document.lineCount - 1).range.end;
  const offered = await client.sendRequest(CodeActionRequest.type, {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    range: client.code2ProtocolConverter.asRange(new vscode.Range(new vscode.Position(0, 0), end)),
    context: { diagnostics: [], only: [kind.value], triggerKind: CodeActionTriggerKind.Invoked },
  });
  return (offered ?? []).filter((item): item is CodeAction => typeof item.command !== 'string');
}

async function apply(client: LanguageClient, action: CodeAction): Promise<void> {
  const { edit } = action.edit === undefined ? await client.sendRequest(CodeActionResolveRequest.type, action) : action;
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  if (converted !== undefined) await vscode.workspace.applyEdit(converted);
}
