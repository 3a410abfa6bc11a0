/** "Ignore...": asks for the reason and for what it is about, in one pick. The server makes the edit. */
import * as vscode from 'vscode';
import type { IgnoreChoice } from '../../server/protocol.ts';
import { activeFile } from '../active-file.ts';
import { ask } from '../ask.ts';
import type { Command } from './command.ts';

export const ignore: Command = {
  id: 'seaworthy.ignore',
  /** @param given what the server gave to the entry of its menu. */
  async run({ client }, given) {
    const choices = Array.isArray(given) ? given.filter(isChoice) : [];
    // From the palette: the menu of the cursor's finding says what can be ignored.
    if (choices.length === 0) {
      if ((await activeFile()) !== undefined) await vscode.commands.executeCommand('editor.action.quickFix');
      return;
    }
    const chosen = await chooseWithReason(choices);
    if (chosen === undefined) return;
    const edit = await ask(client, 'seaworthy/ignore', { action: chosen.choice.action, reason: chosen.reason });
    const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
    if (converted !== undefined) await vscode.workspace.applyEdit(converted);
  },
};

function isChoice(value: unknown): value is IgnoreChoice {
  return typeof value === 'object' && value !== null && 'title' in value && 'action' in value;
}

interface Chosen {
  readonly choice: IgnoreChoice;
  readonly reason: string;
}

/** What is typed is the reason, and what is chosen says where it counts. @returns undefined when the user gave up. */
function chooseWithReason(choices: readonly IgnoreChoice[]): Promise<Chosen | undefined> {
  interface Entry extends vscode.QuickPickItem {
    readonly choice: IgnoreChoice;
  }
  const pick = vscode.window.createQuickPick<Entry>();
  pick.title = vscode.l10n.t('Ignore with a reason');
  pick.placeholder = vscode.l10n.t('Type why it is fine here, then choose what to ignore. Reviewers will read it.');
  pick.ignoreFocusOut = true;
  pick.items = choices.map((choice) => ({
    label: choice.title,
    description: choice.message,
    // What is typed is no search.
    alwaysShow: true,
    choice,
  }));
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [entry] = pick.selectedItems;
      const reason = pick.value.trim();
      if (entry === undefined) return;
      if (reason === '') {
        pick.title = vscode.l10n.t('An ignore without a reason hides nothing.');
        return;
      }
      resolve({ choice: entry.choice, reason });
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
