/** What helps while somebody writes, in a real editor, on the workspace of `test/editor/fixtures/shop`. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { file, finding, open, until } from './editor.ts';

/** What the hovers of all extensions say at the first place of a word. */
async function hovers({ document }: vscode.TextEditor, word: string): Promise<string> {
  const at = document.positionAt(document.getText().indexOf(word));
  const found = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
  return found.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value))).join('\n');
}

export const writing: Readonly<Record<string, () => Promise<void>>> = {
  async 'explains keys beside findings'() {
    const manifest = file('cart', 'deployment.yaml');
    const editor = await open(manifest);
    await finding(manifest, 'privileged-container');
    assert.match(await hovers(editor, 'privileged:'), /Where it is not written/);
    assert.match(await hovers(editor, 'true'), /Container is privileged/);
    const settings = vscode.workspace.getConfiguration('seaworthy', manifest);
    await settings.update('explainKeys', false, vscode.ConfigurationTarget.WorkspaceFolder);
    await until(
      async () => (await hovers(editor, 'privileged:')) === '',
      () => 'the card of a key to be gone',
    );
    assert.match(await hovers(editor, 'true'), /Container is privileged/);
    await settings.update('explainKeys', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
  },
};
