/** Shows what counts for the active file, as a text that nobody can edit by mistake. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { activeFile } from '../active-file.ts';
import { ask } from '../ask.ts';
import type { Command } from './command.ts';

const scheme = 'seaworthy-configuration';

/** A page that was open before is asked for anew. */
const asked = new vscode.EventEmitter<vscode.Uri>();

/** Texts of the pages: the path of each is that of the file it is about. */
export function registerEffectiveConfiguration(client: LanguageClient): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: asked.event,
    provideTextDocumentContent: ({ query }) => ask(client, 'seaworthy/effectiveConfiguration', { uri: query }),
  });
}

export const showEffectiveConfiguration: Command = {
  id: 'seaworthy.showEffectiveConfiguration',
  async run({ client }) {
    const file = (await activeFile())?.uri;
    if (file === undefined) return;
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    const page = vscode.Uri.from({
      scheme,
      path: vscode.l10n.t('Configuration of {0}', name),
      query: client.code2ProtocolConverter.asUri(file),
    });
    asked.fire(page);
    const document = await vscode.workspace.openTextDocument(page);
    await vscode.languages.setTextDocumentLanguage(document, 'yaml');
    await vscode.window.showTextDocument(document, { preview: true, viewColumn: vscode.ViewColumn.Beside });
  },
};
