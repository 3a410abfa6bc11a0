/**
 * The item in the status bar: what became of the document in front of the user, and how much was found in it. Owns the last report on each open
 * document; must not know how the server came to it.
 */
import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import type { DocumentStatus } from '../server/protocol.ts';
import { findingsOf } from './findings.ts';

export class StatusItem implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;
  readonly #selector: vscode.DocumentSelector;
  readonly #reports = new Map<string, DocumentStatus>();
  readonly #subscriptions: vscode.Disposable[];
  #failure: string | undefined;

  /** @param selector documents that it speaks of; before others it is hidden. */
  constructor(client: LanguageClient, selector: vscode.DocumentSelector) {
    this.#selector = selector;
    this.#item = vscode.window.createStatusBarItem('seaworthy.status', vscode.StatusBarAlignment.Left, 0);
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
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const shown = vscode.window.activeTextEditor?.document.uri.toString();
        if (uris.some((uri) => uri.toString() === shown)) this.#show();
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
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || vscode.languages.match(this.#selector, document) === 0) {
      this.#item.hide();
      return;
    }
    const report = this.#reports.get(document.uri.toString());
    const { text, detail, command, isAlarming } =
      this.#failure === undefined ? presentation(report, document.uri) : failure(this.#failure);
    this.#item.text = `$(shield) ${text}`;
    const spoken = detail === '' ? 'Seaworthy' : `Seaworthy: ${detail}`;
    this.#item.tooltip = spoken;
    this.#item.accessibilityInformation = { label: spoken };
    this.#item.command = command;
    this.#item.backgroundColor = isAlarming ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    this.#item.show();
  }
}

interface Presentation {
  readonly text: string;
  readonly detail: string;
  /** Id of what a click does. */
  readonly command: string;
  readonly isAlarming: boolean;
}

const showFindings = 'seaworthy.showFindings';

function failure(detail: string): Presentation {
  return { text: vscode.l10n.t('Not checked'), detail, command: 'seaworthy.restartServer', isAlarming: true };
}

function presentation(report: DocumentStatus | undefined, uri: vscode.Uri): Presentation {
  const quiet = { command: showFindings, isAlarming: false };
  if (report === undefined) return { text: '$(ellipsis)', detail: vscode.l10n.t('Not checked yet'), ...quiet };
  const reason = report.reason ?? '';
  switch (report.state) {
    case 'error':
      return {
        ...failure(reason === '' ? vscode.l10n.t('The analysis failed; the output says more.') : reason),
        command: 'seaworthy.showOutput',
      };
    case 'skipped':
      return { text: vscode.l10n.t('Skipped'), detail: `${vscode.l10n.t('Skipped')}: ${reason}`, ...quiet };
    case 'checked':
      return { text: counts(uri), detail: `${sentence(report)}, ${circumstances(report)}`, ...quiet };
  }
}

/** As the editor counts: by squiggle and level. */
function counts(uri: vscode.Uri): string {
  const shown = findingsOf(uri);
  const count = (level: vscode.DiagnosticSeverity): number => shown.filter(({ severity }) => severity === level).length;
  const [errors, warnings] = [count(vscode.DiagnosticSeverity.Error), count(vscode.DiagnosticSeverity.Warning)];
  const rest = shown.length - errors - warnings;
  const parts = [
    ...(errors > 0 ? [`$(error) ${errors}`] : []),
    ...(warnings > 0 ? [`$(warning) ${warnings}`] : []),
    ...(errors + warnings === 0 && rest > 0 ? [`$(info) ${rest}`] : []),
  ];
  return parts.length === 0 ? '$(check)' : parts.join(' ');
}

function sentence({ findings, places }: DocumentStatus): string {
  if (findings === 0) return vscode.l10n.t('no findings');
  if (findings === 1) return vscode.l10n.t('1 finding');
  return findings === places
    ? vscode.l10n.t('{0} findings', findings)
    : vscode.l10n.t('{0} findings in {1} places', findings, places);
}

function circumstances({ profile, durationMs }: DocumentStatus): string {
  const time = vscode.l10n.t('{0} ms', Math.max(1, Math.round(durationMs)));
  return profile === undefined ? time : `${vscode.l10n.t('profile {0}', profile)}, ${time}`;
}
