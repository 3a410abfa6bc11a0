/** What every panel of ours needs: a page on which nothing but our own script and style runs, and the way from it into files. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Place } from './pages/place.ts';

/** Shows a place of a file in an editor beside the panel. */
export async function openPlace({ uri, range: { start, end } }: Place): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, selection });
}

/**
 * Only the extension's own script and style run; texts of files come as messages and are never markup.
 * @param name of the page, whose script and style lie in `dist`.
 */
export function pageOf(webview: vscode.Webview, dist: vscode.Uri, name: string): string {
  const nonce = randomBytes(16).toString('base64');
  const asset = (kind: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, `${name}.${kind}`)).toString();
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${asset('css')}">
</head>
<body><script nonce="${nonce}" src="${asset('js')}"></script></body>
</html>`;
}
