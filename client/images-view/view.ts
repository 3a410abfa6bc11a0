/**
 * The view of images in the side bar: what the files name, and what is known of it. Owns what is shown; asks the server when that may have changed and somebody
 * looks, and for the vulnerabilities of an image when it is opened. Runs nothing.
 */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ListedImage } from '../../server/protocol/images.ts';
import { ask } from '../ask.ts';
import { LatestAnswer } from '../latest-answer.ts';
import { type ImageNode, imageItemOf } from './items.ts';
import { shownImages, shownVulnerabilities } from './list.ts';

export class ImagesView implements vscode.TreeDataProvider<ImageNode>, vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #tree: vscode.TreeView<ImageNode>;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #answer: LatestAnswer<readonly ListedImage[]>;
  #images: readonly ListedImage[] = [];
  #onlyFixable = false;

  readonly onDidChangeTreeData = this.#changed.event;

  /** @param changed what the server shows is another thing than before. */
  constructor(client: LanguageClient, changed: vscode.Event<void>) {
    this.#client = client;
    this.#tree = vscode.window.createTreeView<ImageNode>('seaworthy.images', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#answer = new LatestAnswer({
      isWanted: () => this.#tree.visible && client.isRunning(),
      ask: () => ask(client, 'seaworthy/images', null),
      take: (images) => {
        this.#images = images;
        this.#show();
      },
    });
    this.#subscriptions = [
      this.#tree,
      this.#changed,
      changed(() => this.refresh()),
      client.onDidChangeState(() => this.refresh()),
      this.#tree.onDidChangeVisibility(() => this.#answer.look()),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Shows all again, or those with a fix alone. */
  toggleFixable(): void {
    this.#onlyFixable = !this.#onlyFixable;
    this.#show();
  }

  /** What is known may be another thing than before. */
  refresh(): void {
    this.#answer.outdated();
  }

  getTreeItem(node: ImageNode): vscode.TreeItem {
    return imageItemOf(node);
  }

  async getChildren(node?: ImageNode): Promise<ImageNode[]> {
    if (node === undefined)
      return shownImages(this.#images, this.#onlyFixable).map((image): ImageNode => ({ kind: 'image', image }));
    const [first] = node.image.uses;
    if (node.kind !== 'image' || first === undefined) return [];
    const at = { uri: first.uri, position: first.range.start };
    const known = await ask(this.#client, 'seaworthy/imageVulnerabilities', at);
    return shownVulnerabilities(known?.vulnerabilities ?? [], this.#onlyFixable).map(
      (vulnerability): ImageNode => ({ kind: 'vulnerability', image: node.image, vulnerability }),
    );
  }

  #show(): void {
    this.#tree.description = this.#onlyFixable ? vscode.l10n.t('with a fix') : '';
    this.#changed.fire(undefined);
  }
}
