/** Asks what the findings view shows: by severity, standard or words. */
import * as vscode from 'vscode';
import { everything, type Filter, severities } from '../findings-view/groups.ts';
import { severityName } from '../findings-view/items.ts';
import type { Command } from './command.ts';

interface Entry extends vscode.QuickPickItem {
  /** @returns undefined when the user went no further. */
  readonly change?: (filter: Filter) => Filter | Promise<Filter | undefined>;
  /** It is about a setting, by which all of the editor shows less. */
  readonly isSince?: true;
}

const frameworks = {
  'pss-baseline': 'Pod Security Standards: baseline',
  'pss-restricted': 'Pod Security Standards: restricted',
  cis: 'CIS Benchmarks',
  nsa: 'NSA/CISA Kubernetes Hardening Guide',
} as const satisfies { readonly [framework in NonNullable<Filter['framework']>]: string };

export const filterFindings: Command = {
  id: 'seaworthy.filterFindings',
  async run({ findings }) {
    const chosen = await vscode.window.showQuickPick<Entry>(entries(findings.filter), {
      title: vscode.l10n.t('Filter findings'),
    });
    if (chosen?.isSince === true) await askSince();
    const filter = await chosen?.change?.(findings.filter);
    if (filter !== undefined) findings.filter = filter;
  },
};

function entries(now: Filter): readonly Entry[] {
  const separator = (label: string): Entry => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const marked = (isNow: boolean): Pick<Entry, 'description'> => (isNow ? { description: vscode.l10n.t('now') } : {});
  return [
    { label: `$(clear-all) ${vscode.l10n.t('Show everything')}`, change: () => everything },
    { label: `$(search) ${vscode.l10n.t('Words...')}`, ...marked(now.text !== ''), change: withWords },
    {
      label: `$(git-compare) ${vscode.l10n.t('New since a commit...')}`,
      ...(sinceOf() === '' ? {} : { description: sinceOf() }),
      isSince: true,
    },
    separator(vscode.l10n.t('Severity')),
    ...severities.map((severity) => ({
      label: vscode.l10n.t('{0} and worse', severityName(severity)),
      ...marked(now.severity === severity),
      change: (filter: Filter) => ({ ...filter, severity }),
    })),
    separator(vscode.l10n.t('Standards')),
    { label: vscode.l10n.t('All'), ...marked(now.framework === undefined), change: withFramework(undefined) },
    ...(Object.keys(frameworks) as (keyof typeof frameworks)[]).map((framework) => ({
      label: frameworks[framework],
      ...marked(now.framework === framework),
      change: withFramework(framework),
    })),
  ];
}

const withFramework =
  (framework: Filter['framework']) =>
  (filter: Filter): Filter => ({ ...filter, framework });

const sinceOf = (): string => vscode.workspace.getConfiguration('seaworthy').get('newSince', '');

/** Sets what findings are held against, for the workspace, or for the user where none is open. */
async function askSince(): Promise<void> {
  const reference = await vscode.window.showInputBox({
    title: vscode.l10n.t('New since a commit...'),
    prompt: vscode.l10n.t('A commit, branch or tag; only what is new since is shown anywhere. Empty shows all'),
    placeHolder: 'origin/main',
    value: sinceOf(),
  });
  if (reference === undefined) return;
  const { ConfigurationTarget } = vscode;
  const target =
    vscode.workspace.workspaceFolders === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  const value = reference.trim() === '' ? undefined : reference.trim();
  await vscode.workspace.getConfiguration('seaworthy').update('newSince', value, target);
}

async function withWords(filter: Filter): Promise<Filter | undefined> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Filter findings'),
    prompt: vscode.l10n.t('Part of a message, a rule, an object or a file; empty for all'),
    value: filter.text,
  });
  return text === undefined ? undefined : { ...filter, text };
}
