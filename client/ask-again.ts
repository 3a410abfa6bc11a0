/** Asks for diagnostics again where the client library lost its question: see `reopened-tabs.ts`. */
import * as vscode from 'vscode';
import { DocumentDiagnosticRequest, type LanguageClient } from 'vscode-languageclient/node';
import { ReopenedTabs } from './reopened-tabs.ts';

/** By then the library has begun to ask, if it does; in milliseconds. */
const settled = 1000;

export function askAgain(client: LanguageClient): vscode.Disposable {
  const tabs = new ReopenedTabs(() => performance.now());
  let timer: NodeJS.Timeout | undefined;
  const subscription = vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
    if (!tabs.changed(opened.flatMap(uriOf), closed.flatMap(uriOf))) return;
    clearTimeout(timer);
    timer = setTimeout(() => client.getFeature(DocumentDiagnosticRequest.method).refresh(), settled);
  });
  return {
    dispose() {
      subscription.dispose();
      clearTimeout(timer);
    },
  };
}

const uriOf = ({ input }: vscode.Tab): readonly string[] =>
  input instanceof vscode.TabInputText ? [input.uri.toString()] : [];
