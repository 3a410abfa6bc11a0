/** How groups and findings look in the tree. */
import * as vscode from 'vscode';
import type { ListedFinding } from '../../server/protocol.ts';
import { type Group, type Grouping, workloadOf } from './groups.ts';

/** An entry of the tree. */
export type Node =
  | { readonly kind: 'group'; readonly grouping: Grouping; readonly group: Group }
  | { readonly kind: 'finding'; readonly grouping: Grouping; readonly finding: ListedFinding };

type FindingNode = Extract<Node, { kind: 'finding' }>;
type GroupNode = Extract<Node, { kind: 'group' }>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'kind' in value;

/** Whether a menu of the view was opened on a finding. */
export const isFindingNode = (value: unknown): value is FindingNode => isNode(value) && value.kind === 'finding';

/** Whether a menu of the view was opened on the findings of a rule. */
export const isRuleNode = (value: unknown): value is GroupNode =>
  isNode(value) && value.kind === 'group' && value.grouping === 'rule';

type Severity = ListedFinding['severity'];

const icons: { readonly [severity in Severity]: vscode.ThemeIcon } = {
  critical: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  high: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  medium: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  low: new vscode.ThemeIcon('info'),
  info: new vscode.ThemeIcon('circle-small'),
};

export const severityName = (severity: Severity): string =>
  ({
    critical: vscode.l10n.t('Critical'),
    high: vscode.l10n.t('High'),
    medium: vscode.l10n.t('Medium'),
    low: vscode.l10n.t('Low'),
    info: vscode.l10n.t('Info'),
  })[severity];

export function itemOf(node: Node): vscode.TreeItem {
  return node.kind === 'group' ? groupItem(node.group, node.grouping) : findingItem(node.finding, node.grouping);
}

function groupItem(group: Group, grouping: Grouping): vscode.TreeItem {
  const { key, findings, severity } = group;
  const item = new vscode.TreeItem(labelOf(group, grouping), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `${grouping} ${key}`;
  item.contextValue = grouping === 'rule' && findings.some(({ isFixable }) => isFixable) ? 'rule fixable' : grouping;
  item.iconPath = icons[severity];
  item.description = String(findings.length);
  item.accessibilityInformation = {
    label: vscode.l10n.t('{0}, {1} findings', labelOf(group, grouping), findings.length),
  };
  return item;
}

function labelOf({ key, severity, findings }: Group, grouping: Grouping): string {
  switch (grouping) {
    case 'severity':
      return severityName(severity);
    case 'rule':
      return findings[0]?.title ?? key;
    case 'workload':
      return key === '' ? vscode.l10n.t('Dockerfiles and Compose files') : key;
    case 'file':
      return vscode.workspace.asRelativePath(vscode.Uri.parse(key));
  }
}

function findingItem(finding: ListedFinding, grouping: Grouping): vscode.TreeItem {
  const { uri, range, message, severity, rule, isFixable, isReached } = finding;
  const file = vscode.Uri.parse(uri);
  const line = range.start.line + 1;
  const place = `${vscode.workspace.asRelativePath(file)}:${line}`;
  const item = new vscode.TreeItem(message, vscode.TreeItemCollapsibleState.None);
  item.contextValue = isFixable ? 'finding fixable' : 'finding';
  item.iconPath = icons[severity];
  item.description = grouping === 'file' ? vscode.l10n.t('line {0}', line) : place;
  item.tooltip = [
    message,
    `${severityName(severity)} · ${rule}`,
    ...(isReached ? [vscode.l10n.t('Reached from outside')] : []),
    ...(workloadOf(finding) === '' ? [] : [workloadOf(finding)]),
    place,
  ].join('\n');
  item.accessibilityInformation = { label: `${severityName(severity)}: ${message}, ${place}` };
  const { start, end } = range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  item.command = {
    command: 'vscode.open',
    title: '',
    arguments: [file, { selection, preview: true } satisfies vscode.TextDocumentShowOptions],
  };
  return item;
}
