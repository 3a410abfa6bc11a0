/** Shows the page of a rule, which the extension carries with it, so that it opens without a network. */
import * as vscode from 'vscode';
import type { Command } from './command.ts';

export const openRulePage: Command = {
  id: 'seaworthy.openRulePage',
  /** Opens the page of `rule`; without one, or with one that has no page, asks which. */
  async run({ extension }, rule) {
    const known = typeof rule === 'string' && (await rulesWithPage(extension)).includes(rule);
    const chosen = known ? rule : await chooseRule(extension);
    if (chosen === undefined) return;
    const page = vscode.Uri.joinPath(pagesOf(extension), `${chosen}.md`);
    await vscode.commands.executeCommand('markdown.showPreview', page);
  },
};

/** Asks for a rule. @param extension where the extension is installed. @returns its id; undefined when the user chose none. */
export async function chooseRule(extension: vscode.Uri): Promise<string | undefined> {
  return vscode.window.showQuickPick(await rulesWithPage(extension), { title: vscode.l10n.t('Choose a rule') });
}

const pagesOf = (extension: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(extension, 'docs', 'rules');

async function rulesWithPage(extension: vscode.Uri): Promise<readonly string[]> {
  const pages = await vscode.workspace.fs.readDirectory(pagesOf(extension));
  // The folder's README is the list of them all.
  return pages.flatMap(([name]) => /^(?!README)(.+)\.md$/.exec(name)?.[1] ?? []).sort();
}
