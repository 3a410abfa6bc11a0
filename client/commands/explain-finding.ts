/** Opens the page of the rule that an entry of the view is about. */
import * as vscode from 'vscode';
import { isFindingNode, isRuleNode } from '../findings-view/items.ts';
import type { Command } from './command.ts';

export const explainFinding: Command = {
  id: 'seaworthy.explainFinding',
  /** @param node of the view. */
  async run(_, node) {
    const rule = isFindingNode(node) ? node.finding.rule : isRuleNode(node) ? node.group.key : undefined;
    if (rule !== undefined) await vscode.commands.executeCommand('seaworthy.openRulePage', rule);
  },
};
