/** "Explain and configure...": the page of a rule, and how much it is to count here. */
import * as vscode from 'vscode';
import type { ConfigureRuleParams } from '../../server/protocol.ts';
import { ask } from '../ask.ts';
import { applyConfigurationEdit, askReason } from '../configuration-edit.ts';
import { severities } from '../findings-view/groups.ts';
import { severityName } from '../findings-view/items.ts';
import type { Command } from './command.ts';

type Change = Pick<ConfigureRuleParams, 'severity' | 'where'>;

interface Entry extends vscode.QuickPickItem {
  readonly rule?: string;
  /** What is to be configured; left out: the page is shown. */
  readonly change?: Change | 'severity';
}

export const explainRule: Command = {
  id: 'seaworthy.explainRule',
  /** @param rules ids. @param uri of the document that they spoke of; null where no configuration can count for it. */
  async run({ client }, rules, uri) {
    if (!Array.isArray(rules)) return;
    const known = rules.filter((rule): rule is string => typeof rule === 'string');
    const chosen = await vscode.window.showQuickPick<Entry>(
      known.flatMap((rule) => entries(rule, typeof uri === 'string')),
      { title: vscode.l10n.t('Explain and configure') },
    );
    if (chosen?.rule === undefined) return;
    const { rule, change } = chosen;
    if (change === undefined) {
      await vscode.commands.executeCommand('seaworthy.openRulePage', rule);
      return;
    }
    if (typeof uri !== 'string') return;
    const wanted = change === 'severity' ? await askSeverity(rule) : change;
    const reason = wanted === undefined ? undefined : await askReason(rule);
    if (wanted === undefined || reason === undefined) return;
    await applyConfigurationEdit(
      client,
      await ask(client, 'seaworthy/configureRule', { uri, rule, ...wanted, reason }),
    );
  },
};

function entries(rule: string, isInFolder: boolean): readonly Entry[] {
  const page = { label: `$(book) ${vscode.l10n.t('What is {0}?', rule)}`, rule };
  const heading = { label: rule, kind: vscode.QuickPickItemKind.Separator };
  if (!isInFolder) return [heading, page];
  return [
    heading,
    page,
    { label: `$(settings) ${vscode.l10n.t('Change its severity...')}`, rule, change: 'severity' },
    {
      label: `$(circle-slash) ${vscode.l10n.t('Turn it off in the folder of this file...')}`,
      rule,
      change: { severity: 'off', where: 'folder' },
    },
    {
      label: `$(circle-slash) ${vscode.l10n.t('Turn it off in the workspace...')}`,
      rule,
      change: { severity: 'off', where: 'workspace' },
    },
  ];
}

async function askSeverity(rule: string): Promise<Change | undefined> {
  const entries = severities.map((severity) => ({ label: severityName(severity), severity }));
  const chosen = await vscode.window.showQuickPick(entries, { title: rule });
  return chosen === undefined ? undefined : { severity: chosen.severity, where: 'nearest' };
}
