/** Asks by what the findings view is grouped. */
import * as vscode from 'vscode';
import { type Grouping, groupings } from '../findings-view/groups.ts';
import type { Command } from './command.ts';

export const groupFindings: Command = {
  id: 'seaworthy.groupFindings',
  async run({ findings }) {
    const names: { readonly [grouping in Grouping]: string } = {
      severity: vscode.l10n.t('By severity'),
      rule: vscode.l10n.t('By rule'),
      workload: vscode.l10n.t('By workload'),
      file: vscode.l10n.t('By file'),
    };
    const entries = groupings.map((grouping) => ({
      label: names[grouping],
      ...(grouping === findings.grouping ? { description: vscode.l10n.t('now') } : {}),
      grouping,
    }));
    const chosen = await vscode.window.showQuickPick(entries, { title: vscode.l10n.t('Group findings') });
    if (chosen !== undefined) await findings.group(chosen.grouping);
  },
};
