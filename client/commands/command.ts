/** A command of the extension, as the files beside this one describe it: one command each, which `index.ts` lists. */
import type * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { AttackPathsPanel } from '../attack-paths/panel.ts';
import type { BlastRadiusPanel } from '../blast-radius/panel.ts';
import type { FindingsView } from '../findings-view/view.ts';
import type { ImagesView } from '../images-view/view.ts';
import type { ReportPanel } from '../report/panel.ts';

/** What commands work with. */
export interface CommandContext {
  readonly client: LanguageClient;
  /** Where the extension is installed. */
  readonly extension: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  readonly attackPaths: AttackPathsPanel;
  readonly panel: BlastRadiusPanel;
  readonly findings: FindingsView;
  readonly report: ReportPanel;
  readonly images: ImagesView;
}

export interface Command {
  /** As `package.json` has it. */
  readonly id: string;
  /** @param given what a menu, a link or another extension hands over; it may be anything. */
  run(context: CommandContext, ...given: readonly unknown[]): unknown;
}
