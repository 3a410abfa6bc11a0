/**
 * Starts the language server when there is something for it to do. The extension itself wakes with the editor, which costs no more than reading a
 * setting; a process of its own begins with the first document that may be checked, or where a folder is to be scanned when it opens.
 */
import * as vscode from 'vscode';

/**
 * @param selector documents that may be checked. @param start called once.
 * @returns what ends the waiting.
 */
export function whenNeeded(selector: vscode.DocumentSelector, start: () => void): vscode.Disposable {
  const waiting: vscode.Disposable[] = [];
  const end = (): void => {
    for (const one of waiting.splice(0)) one.dispose();
  };
  const isNeeded = (): boolean =>
    vscode.workspace.textDocuments.some((document) => vscode.languages.match(selector, document) > 0) ||
    (vscode.workspace.workspaceFolders ?? []).some(
      ({ uri }) => vscode.workspace.getConfiguration('seaworthy', uri).get('scanOnOpen') === true,
    );
  const look = (): void => {
    if (!isNeeded()) return;
    end();
    start();
  };
  waiting.push(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeWorkspaceFolders(look),
    vscode.workspace.onDidChangeConfiguration(look),
  );
  look();
  return { dispose: end };
}
