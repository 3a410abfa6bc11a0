/** Shows the page of a rule, which the extension carries with it, so that it opens without a network. */
import * as vscode from 'vscode';
import type { Command } from './command.ts';

export const openRulePage: Command = {
  id: 'seaworthy.openRulePage',
  /** Opens the page of `rule`; without one, or with one that has no page, asks which. */
  async run({ extension }, rule) {
    const folder = vscode.Uri.joinPath(extension, 'docs', 'rules');
    const pages = await vscode.workspace.fs.readDirectory(folder);
    // The folder's README is the list of them all.
    const rules = pages.flatMap(([name]) => /^(?!README)(.+)\.md$/.exec(name)?.[1] ?? []);
    const chosen = rules.find((known) => known === rule) ?? (await choose(rules.sort()));
    if (chosen === undefined) return;
    await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.joinPath(folder, `${chosen}.md`));
  },
};

const choose = (rules: readonly string[]): Thenable<string | undefined> =>
  vscode.window.showQuickPick(rules, { title: vscode.l10n.t('Open the page of a rule') });
