/**
 * The language status item: what became of the document in front of the user, and why. Owns the last report on each open document;
 * must not know how the server came to it.
 */
import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import type { DocumentStatus } from '../server/protocol.ts';

export class StatusItem implements vscode.Disposable {
  readonly #item: vscode.LanguageStatusItem;
  readonly #reports = new Map<string, DocumentStatus>();
  readonly #subscriptions: vscode.Disposable[];
  #failure: string | undefined;

  constructor(client: LanguageClient, selector: vscode.DocumentSelector) {
    this.#item = vscode.languages.createLanguageStatusItem('seaworthy.status', selector);
    this.#item.name = 'Seaworthy';
    this.#subscriptions = [
      this.#item,
      client.onNotification('seaworthy/status', (report: DocumentStatus) => {
        // The server may spell a URI in another way than the editor does; both go through the editor's own form.
        this.#reports.set(vscode.Uri.parse(report.uri).toString(), report);
        this.#show();
      }),
      client.onDidChangeState(({ newState }) => {
        this.#failure = newState === State.Stopped ? vscode.l10n.t('The language server is not running.') : undefined;
        if (newState !== State.Running) this.#reports.clear();
        this.#show();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.#show()),
      vscode.workspace.onDidCloseTextDocument((document) => this.#reports.delete(document.uri.toString())),
    ];
    this.#show();
  }

  /** Says that nothing will be analysed until the server is restarted. */
  fail(reason: string): void {
    this.#failure = reason;
    this.#show();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #show(): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const report = uri === undefined ? undefined : this.#reports.get(uri);
    const shown = this.#failure === undefined ? presentation(report) : failure(this.#failure);
    // The item stands among those of other extensions, which all show a text and no name.
    this.#item.text = `Seaworthy: ${shown.text}`;
    this.#item.detail = shown.detail;
    this.#item.severity = shown.severity;
    this.#item.command = shown.command;
    this.#item.accessibilityInformation = { label: `Seaworthy: ${shown.text}, ${shown.detail}` };
  }
}

interface Presentation {
  readonly text: string;
  readonly detail: string;
  readonly severity: vscode.LanguageStatusSeverity;
  readonly command: vscode.Command;
}

const output = (): vscode.Command => ({ command: 'seaworthy.showOutput', title: vscode.l10n.t('Show output') });

function failure(reason: string): Presentation {
  return {
    text: vscode.l10n.t('Not checked'),
    detail: reason,
    severity: vscode.LanguageStatusSeverity.Error,
    command: { command: 'seaworthy.restartServer', title: vscode.l10n.t('Restart') },
  };
}

function presentation(report: DocumentStatus | undefined): Presentation {
  const severity = vscode.LanguageStatusSeverity.Information;
  if (report === undefined) {
    return { text: vscode.l10n.t('Not checked yet'), detail: '', severity, command: output() };
  }
  switch (report.state) {
    case 'error':
      return {
        ...failure(report.reason ?? vscode.l10n.t('The analysis failed; the output says more.')),
        command: output(),
      };
    case 'skipped':
      return { text: vscode.l10n.t('Skipped'), detail: report.reason ?? '', severity, command: output() };
    case 'checked': {
      const count = report.findings === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', report.findings);
      const time = vscode.l10n.t('{0} ms', Math.max(1, Math.round(report.durationMs)));
      const detail = report.profile === undefined ? time : `${vscode.l10n.t('profile {0}', report.profile)}, ${time}`;
      return { text: count, detail, severity, command: output() };
    }
  }
}
