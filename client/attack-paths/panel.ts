/**
 * "Show Attack Paths": a panel with the edits that close every way from outside to what must not fall, and the ways. The server answers on the texts as they
 * are in the editor; this carries messages, has chosen edits previewed by the editor, and asks again when texts change.
 */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { ask } from '../ask.ts';
import type { Report, Show, Wish } from '../pages/attack-paths/messages.ts';
import { openPlace, pageOf } from '../webview.ts';
import { words } from './words.ts';

/** So long after the last change of a text is asked again, in milliseconds. */
const rest = 400;

/** A folder by anything in it; undefined for all. */
type Asked = vscode.Uri | undefined;

export class AttackPathsPanel implements vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #client: LanguageClient;
  readonly #subscriptions: readonly vscode.Disposable[];
  #panel: vscode.WebviewPanel | undefined;
  #asked: Asked;
  #assumesAny = false;
  #shown: Show | undefined;
  /** Ends the question that is open, since a newer one is asked. */
  #open: vscode.CancellationTokenSource | undefined;
  #later: NodeJS.Timeout | undefined;

  constructor(extension: vscode.Uri, client: LanguageClient) {
    this.#extension = extension;
    this.#client = client;
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument(() => this.#refreshLater()),
      vscode.workspace.onDidSaveTextDocument(() => this.#refreshLater()),
      vscode.workspace.onDidDeleteFiles(() => this.#refreshLater()),
    ];
  }

  dispose(): void {
    this.#panel?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** @param uri of a folder of the workspace, or anything in it; left out: all folders. */
  async show(uri: unknown): Promise<void> {
    this.#asked = uri instanceof vscode.Uri ? uri : undefined;
    const report = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Seaworthy looks for attack paths') },
      () => this.#ask(),
    );
    if (report === undefined) return;
    this.#present(report);
    this.#panel?.reveal(undefined, false);
  }

  /** @returns undefined where a newer question took the place of this one, or texts changed meanwhile. */
  async #ask(): Promise<Report | undefined> {
    this.#open?.cancel();
    const source = new vscode.CancellationTokenSource();
    this.#open = source;
    try {
      const report = await ask(this.#client, 'seaworthy/attackPaths', this.#params, source.token);
      return source.token.isCancellationRequested ? undefined : report;
    } catch (error) {
      if (source.token.isCancellationRequested) return undefined;
      // Somebody types just now: the change asks again.
      if (this.#panel !== undefined) this.#refreshLater();
      else throw error;
      return undefined;
    } finally {
      if (this.#open === source) this.#open = undefined;
      source.dispose();
    }
  }

  get #params(): { readonly uri?: string; readonly assume: 'one' | 'any' } {
    const assume = this.#assumesAny ? 'any' : 'one';
    return this.#asked === undefined
      ? { assume }
      : { uri: this.#client.code2ProtocolConverter.asUri(this.#asked), assume };
  }

  #refreshLater(): void {
    clearTimeout(this.#later);
    if (this.#panel === undefined) return;
    // What is being worked out is about texts that are gone.
    this.#open?.cancel();
    this.#later = setTimeout(() => void this.#refresh(), rest);
  }

  async #refresh(): Promise<void> {
    if (this.#panel === undefined) return;
    const report = await this.#ask();
    if (report !== undefined) this.#present(report);
  }

  #present(report: Report): void {
    this.#shown = { report, words: words(), assumesAny: this.#assumesAny };
    if (this.#panel === undefined) this.#panel = this.#create();
    else void this.#panel.webview.postMessage(this.#shown);
  }

  #create(): vscode.WebviewPanel {
    const dist = vscode.Uri.joinPath(this.#extension, 'dist');
    const title = vscode.l10n.t('Attack Paths');
    const panel = vscode.window.createWebviewPanel('seaworthy.attackPaths', title, vscode.ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: [dist],
    });
    panel.webview.onDidReceiveMessage((wish: Wish) => void this.#grant(wish));
    panel.onDidDispose(() => {
      this.#panel = undefined;
      clearTimeout(this.#later);
      this.#open?.cancel();
    });
    panel.webview.html = pageOf(panel.webview, dist, 'attack-paths');
    return panel;
  }

  async #grant(wish: Wish): Promise<void> {
    if (wish.type === 'open') await openPlace(wish.place);
    else if (wish.type === 'preview') await this.#preview(wish.edits);
    else if (wish.type === 'assume') {
      this.#assumesAny = wish.any;
      await this.#refresh();
    } else if (this.#shown !== undefined) void this.#panel?.webview.postMessage(this.#shown);
  }

  /** The editor shows each change, and makes those that are confirmed. */
  async #preview(edits: readonly string[]): Promise<void> {
    const closed = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Seaworthy makes the edits') },
      () => ask(this.#client, 'seaworthy/closePaths', { ...this.#params, edits: [...edits] }),
    );
    const edit = await this.#client.protocol2CodeConverter.asWorkspaceEdit(closed.edit);
    if (closed.unmade.length > 0) {
      const reasons = closed.unmade.map(({ edit: what, reason }) => `${what}: ${reason}`).join('; ');
      void vscode.window.showWarningMessage(vscode.l10n.t('Left out, since no fix makes it: {0}', reasons));
    }
    if (edit === undefined || edit === null) return;
    await vscode.workspace.applyEdit(edit, { isRefactoring: true });
    await this.#refresh();
  }
}
