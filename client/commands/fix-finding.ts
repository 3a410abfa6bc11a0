/** Goes to a finding of the view and opens its menu of fixes. */
import * as vscode from 'vscode';
import { isFindingNode } from '../findings-view/items.ts';
import type { Command } from './command.ts';

export const fixFinding: Command = {
  id: 'seaworthy.fixFinding',
  /** @param node of the view. */
  async run(_, node) {
    if (!isFindingNode(node)) return;
    const { uri, range } = node.finding;
    const { line, character } = range.start;
    const at = new vscode.Range(line, character, line, character);
    await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: at });
    await vscode.commands.executeCommand('editor.action.quickFix');
  },
};
