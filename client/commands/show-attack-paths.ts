/** Shows the ways from outside to what must not fall, and the edits that close them: of the folder of a file or folder that a menu names, else of all. */
import * as vscode from 'vscode';
import type { Command } from './command.ts';

export const showAttackPaths: Command = {
  id: 'seaworthy.showAttackPaths',
  run: ({ attackPaths }, uri) => attackPaths.show(uri instanceof vscode.Uri ? uri : looseFile()),
};

/** What is open and lies in no folder of the workspace. */
function looseFile(): vscode.Uri | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return uri === undefined || vscode.workspace.getWorkspaceFolder(uri) !== undefined ? undefined : uri;
}
