/**
 * "Show Blast Radius": a panel with the picture of what a workload reaches, may do and takes from its node. The server answers, the webview draws;
 * this carries messages between them and opens the lines that decide.
 */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { ask } from '../ask.ts';
import type { Radius, Show, Wish, Words } from '../pages/blast-radius/messages.ts';
import type { Position } from '../pages/place.ts';
import { openPlace, pageOf } from '../webview.ts';

const words = (): Words => ({
  headings: {
    reachedBy: vscode.l10n.t('Is reached by'),
    reaches: vscode.l10n.t('Reaches'),
    may: vscode.l10n.t('May do at the Kubernetes API'),
    host: vscode.l10n.t('On its node'),
  },
  nothing: {
    reachedBy: vscode.l10n.t('Nobody that the files show.'),
    reaches: vscode.l10n.t('Nothing that the files show.'),
    may: vscode.l10n.t('Nothing that the files show.'),
    host: vscode.l10n.t('Nothing is taken from the node.'),
  },
  why: vscode.l10n.t('What decides:'),
  choose: vscode.l10n.t('Choose an item to see the lines that decide it.'),
  uncertain: vscode.l10n.t('not certain'),
  danger: vscode.l10n.t('worth a look'),
  more: vscode.l10n.t('{0} more; seaworthy graph lists them all.'),
});

/** A workload by a position in it. */
interface Asked {
  readonly uri: vscode.Uri;
  readonly position: Position;
}

export class BlastRadiusPanel implements vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #client: LanguageClient;
  readonly #subscriptions: vscode.Disposable[];
  #panel: vscode.WebviewPanel | undefined;
  /** What is shown, so that it can be asked for again. */
  #asked: Asked | undefined;
  #shown: Show | undefined;

  constructor(extension: vscode.Uri, client: LanguageClient) {
    this.#extension = extension;
    this.#client = client;
    this.#subscriptions = [vscode.workspace.onDidSaveTextDocument(() => void this.#refresh())];
  }

  dispose(): void {
    this.#panel?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** @param uri @param position of a workload; without them where the cursor is. */
  async show(uri: unknown, position: unknown): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const asked =
      typeof uri === 'string' && isPosition(position)
        ? { uri: vscode.Uri.parse(uri), position }
        : editor === undefined
          ? undefined
          : { uri: editor.document.uri, position: editor.selection.active };
    const radius = asked === undefined ? null : await this.#ask(asked);
    if (asked === undefined || radius === null) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Put the cursor into a workload, such as a Deployment.'));
      return;
    }
    this.#asked = asked;
    this.#present(radius);
  }

  #ask({ uri, position }: Asked): Promise<Radius | null> {
    const { line, character } = position;
    return ask(this.#client, 'seaworthy/blastRadius', {
      uri: this.#client.code2ProtocolConverter.asUri(uri),
      position: { line, character },
    });
  }

  /** What is shown follows the files. */
  async #refresh(): Promise<void> {
    if (this.#panel === undefined || this.#asked === undefined) return;
    const radius = await this.#ask(this.#asked);
    if (radius !== null && radius.subject.name === this.#shown?.radius.subject.name) this.#present(radius);
  }

  #present(radius: Radius): void {
    this.#shown = { radius, words: words() };
    const title = vscode.l10n.t('Blast radius of {0}', radius.subject.name);
    if (this.#panel === undefined) this.#panel = this.#create(title);
    else {
      this.#panel.title = title;
      void this.#panel.webview.postMessage(this.#shown);
      this.#panel.reveal(undefined, true);
    }
  }

  #create(title: string): vscode.WebviewPanel {
    const dist = vscode.Uri.joinPath(this.#extension, 'dist');
    const panel = vscode.window.createWebviewPanel('seaworthy.blastRadius', title, vscode.ViewColumn.Beside, {
      enableScripts: true,
      localResourceRoots: [dist],
    });
    panel.webview.onDidReceiveMessage((wish: Wish) => {
      if (wish.type === 'open') void openPlace(wish.reason);
      else if (this.#shown !== undefined) void panel.webview.postMessage(this.#shown);
    });
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    panel.webview.html = pageOf(panel.webview, dist, 'blast-radius');
    return panel;
  }
}

function isPosition(value: unknown): value is Position {
  return typeof value === 'object' && value !== null && 'line' in value && 'character' in value;
}
