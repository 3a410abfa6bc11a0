/**
 * "Show Report": a panel with what all folders hold. The server writes the page, the same as on the command line; this shows it and opens the lines that its
 * places lead to. Knows nothing of what is in it.
 */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

export class ReportPanel implements vscode.Disposable {
  readonly #client: LanguageClient;
  #panel: vscode.WebviewPanel | undefined;

  constructor(client: LanguageClient) {
    this.#client = client;
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  /** Reads what was not read yet, and shows the report, or the report of now in place of an older one. */
  async show(): Promise<void> {
    if ((vscode.workspace.workspaceFolders ?? []).length === 0) {
      await vscode.window.showInformationMessage(vscode.l10n.t('Open a folder first: a report is about its files.'));
      return;
    }
    const page = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Seaworthy: writing the report'),
        cancellable: true,
      },
      (_, token) => this.#ask(token),
    );
    if (page === undefined || page === '') return;
    this.#panel ??= this.#create();
    this.#panel.webview.html = page;
    this.#panel.reveal();
  }

  /** @returns undefined when the user cancelled. */
  async #ask(token: vscode.CancellationToken): Promise<string | undefined> {
    await this.#client.start();
    try {
      return await this.#client.sendRequest<string>('seaworthy/report', null, token);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    }
  }

  #create(): vscode.WebviewPanel {
    const title = vscode.l10n.t('Seaworthy report');
    const panel = vscode.window.createWebviewPanel('seaworthy.report', title, vscode.ViewColumn.Active, {
      enableScripts: true,
      enableFindWidget: true,
      retainContextWhenHidden: true,
      localResourceRoots: [],
    });
    panel.webview.onDidReceiveMessage((link: unknown) => {
      if (typeof link === 'string') void open(link);
    });
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    return panel;
  }
}

/** @param link the URI of a file, with `#L` and a line from 1. */
async function open(link: string): Promise<void> {
  const [, address = '', line = '1'] = /^(file:[^#]*)#L(\d+)$/.exec(link) ?? [];
  if (address === '') return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(address));
  const at = new vscode.Position(Number(line) - 1, 0);
  await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.Beside,
    selection: new vscode.Range(at, at),
  });
}
