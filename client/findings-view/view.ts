/**
 * The view in the side bar: what was found, in groups, filtered. Owns what is shown and how; asks the server when that has changed and somebody looks.
 */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ListedFinding } from '../../server/protocol.ts';
import { ask } from '../ask.ts';
import { LatestAnswer } from '../latest-answer.ts';
import { everything, type Filter, type Grouping, grouped, groupings, isShown } from './groups.ts';
import { itemOf, type Node, severityName } from './items.ts';

export class FindingsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #tree: vscode.TreeView<Node>;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #answer: LatestAnswer<readonly ListedFinding[]>;
  #findings: readonly ListedFinding[] = [];
  #grouping: Grouping;
  #filter: Filter = everything;

  readonly onDidChangeTreeData = this.#changed.event;

  /** @param memory where the grouping is kept from one start to the next. @param changed what the server shows is another thing than before. */
  constructor(client: LanguageClient, memory: vscode.Memento, changed: vscode.Event<void>) {
    this.#memory = memory;
    this.#grouping = groupings.find((known) => known === memory.get('findings.grouping')) ?? 'severity';
    this.#tree = vscode.window.createTreeView<Node>('seaworthy.findings', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#answer = new LatestAnswer({
      isWanted: () => this.#tree.visible && client.isRunning(),
      ask: () => ask(client, 'seaworthy/findings', null),
      take: (findings) => {
        this.#findings = findings;
        this.#show();
      },
    });
    this.#subscriptions = [
      this.#tree,
      this.#changed,
      changed(() => this.#answer.outdated()),
      client.onDidChangeState(() => this.#answer.outdated()),
      this.#tree.onDidChangeVisibility(() => this.#answer.look()),
    ];
    this.#show();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  get filter(): Filter {
    return this.#filter;
  }

  set filter(filter: Filter) {
    this.#filter = filter;
    this.#show();
  }

  get grouping(): Grouping {
    return this.#grouping;
  }

  async group(grouping: Grouping): Promise<void> {
    this.#grouping = grouping;
    this.#show();
    await this.#memory.update('findings.grouping', grouping);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return itemOf(node);
  }

  getChildren(node?: Node): Node[] {
    const grouping = this.#grouping;
    if (node === undefined)
      return grouped(this.#shown(), grouping).map((group): Node => ({ kind: 'group', grouping, group }));
    return node.kind === 'group'
      ? node.group.findings.map((finding): Node => ({ kind: 'finding', grouping, finding }))
      : [];
  }

  #shown(): readonly ListedFinding[] {
    return this.#findings.filter((finding) => isShown(finding, this.#filter));
  }

  #show(): void {
    const shown = this.#shown();
    const hidden = this.#findings.length - shown.length;
    const { severity, framework, text } = this.#filter;
    this.#tree.description = [
      ...(severity === 'info' ? [] : [vscode.l10n.t('{0} and worse', severityName(severity))]),
      ...(framework === undefined ? [] : [framework]),
      ...(text === '' ? [] : [`"${text}"`]),
    ].join(', ');
    this.#tree.message = hidden > 0 ? vscode.l10n.t('{0} findings are hidden by the filter.', hidden) : '';
    this.#tree.badge =
      shown.length === 0 ? undefined : { value: shown.length, tooltip: vscode.l10n.t('{0} findings', shown.length) };
    this.#changed.fire(undefined);
  }
}
