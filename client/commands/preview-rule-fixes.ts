/** Shows what fixing a group of the view would change. */
import { isFindingNode, isRuleNode } from '../findings-view/items.ts';
import type { Command } from './command.ts';
import { fixInWorkspace } from './fix-rule-in-workspace.ts';

export const previewRuleFixes: Command = {
  id: 'seaworthy.previewRuleFixes',
  /** @param node of the view. */
  async run({ client }, node) {
    const rule = isFindingNode(node) ? node.finding.rule : isRuleNode(node) ? node.group.key : undefined;
    if (rule !== undefined) await fixInWorkspace(client, rule);
  },
};
