/** Fixes one rule in every folder; the editor shows each change before it is made. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { ask } from '../ask.ts';
import { applyWithSummary } from '../fix-summary.ts';
import type { Command } from './command.ts';
import { chooseRule } from './open-rule-page.ts';

export const fixRuleInWorkspace: Command = {
  id: 'seaworthy.fixRuleInWorkspace',
  /** @param rule its id; without one, asks which. */
  async run({ client, extension }, rule) {
    const chosen = typeof rule === 'string' ? rule : await chooseRule(extension);
    if (chosen !== undefined) await fixInWorkspace(client, chosen);
  },
};

/** @param rule its id; undefined for all that is safe. */
export async function fixInWorkspace(client: LanguageClient, rule: string | undefined): Promise<void> {
  const fixes = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Seaworthy looks for fixes') },
    () => ask(client, 'seaworthy/workspaceFix', rule === undefined ? {} : { rule }),
  );
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(fixes?.edit);
  if (fixes === null || edit === undefined)
    await vscode.window.showInformationMessage(vscode.l10n.t('Seaworthy has nothing to fix in the workspace.'));
  else await applyWithSummary(edit, fixes);
}
