/** Shows what the template or kustomization in the active editor makes, beside it, as a text that nobody can edit by mistake; it follows what is typed. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { activeFile } from '../active-file.ts';
import { ask } from '../ask.ts';
import type { Command } from './command.ts';

const scheme = 'seaworthy-rendered';

/** After the last key, in milliseconds: a chart is rendered as a whole. */
const pause = 400;

const asked = new vscode.EventEmitter<vscode.Uri>();

/** Texts of the pages, which are asked for anew when a document changes. */
export function registerRendered(client: LanguageClient): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const again = (): void => {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === scheme) asked.fire(uri);
  };
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: asked.event,
      provideTextDocumentContent: async ({ query }) =>
        (await ask(client, 'seaworthy/rendered', { uri: query })) ||
        vscode.l10n.t('This file belongs to no chart and no kustomization.'),
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme === scheme) return;
      clearTimeout(timer);
      timer = setTimeout(again, pause);
    }),
    { dispose: () => clearTimeout(timer) },
  );
}

export const showRendered: Command = {
  id: 'seaworthy.showRendered',
  async run({ client }) {
    const file = (await activeFile())?.uri;
    if (file === undefined) return;
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    const page = vscode.Uri.from({
      scheme,
      path: vscode.l10n.t('Rendered {0}', name),
      query: client.code2ProtocolConverter.asUri(file),
    });
    asked.fire(page);
    const document = await vscode.workspace.openTextDocument(page);
    await vscode.languages.setTextDocumentLanguage(document, 'yaml');
    await vscode.window.showTextDocument(document, { preview: true, viewColumn: vscode.ViewColumn.Beside });
  },
};
