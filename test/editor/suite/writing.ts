/** What helps while somebody writes, in a real editor, on the workspace of `test/editor/fixtures/shop`. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { file, finding, gone, open, rulesOf, until } from './editor.ts';

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

  async 'completes a hardened context beside what others offer'() {
    const content = [
      'apiVersion: v1',
      'kind: Pod',
      'metadata: {name: web, namespace: shop}',
      'spec:',
      '    containers:',
      '    -   name: web',
      '        image: registry.example.com/web:1.2.3',
      '        secu',
    ].join('\n');
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content });
    const editor = await vscode.window.showTextDocument(document);
    // As it is half typed, the word is no YAML.
    await finding(document.uri, 'syntax-error');
    const end = document.positionAt(content.length);
    editor.selection = new vscode.Selection(end, end);
    // As a person does: ask for the list, take the first entry. It opens with what is known then, so that it is asked again.
    const taken = await until(
      async () => {
        await vscode.commands.executeCommand('editor.action.triggerSuggest');
        await new Promise((resolve) => setTimeout(resolve, 200));
        await vscode.commands.executeCommand('acceptSelectedSuggestion');
        const text = document.getText();
        return text !== content && text;
      },
      () => `a completion in ${document.getText()}`,
    );
    assert.match(
      taken,
      /\n {8}securityContext:\n {12}allowPrivilegeEscalation: false\n {12}capabilities:\n {16}drop:\n/,
    );
    await gone(document.uri, 'syntax-error');
    assert.doesNotMatch(rulesOf(document.uri).join(), /unhardened-container|running-as-root/);
  },

  async 'leads from a pod to its account, and back'() {
    const uri = vscode.Uri.joinPath(file('web', 'pod.yaml'), '..', 'linked.yaml');
    const content = [
      'apiVersion: v1',
      'kind: ServiceAccount',
      'metadata: {name: linked, namespace: shop}',
      '---',
      'apiVersion: v1',
      'kind: Pod',
      'metadata: {name: web, namespace: shop}',
      'spec:',
      '  serviceAccountName: linked',
      '  containers: [{name: web, image: web}]',
      '',
    ].join('\n');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
    await open(uri);
    const lines = async (command: string, line: number, character: number): Promise<readonly number[]> => {
      const at = new vscode.Position(line, character);
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(command, uri, at);
      return found.map((one) => ('range' in one ? one.range : one.targetRange).start.line);
    };
    await until(
      async () => (await lines('vscode.executeDefinitionProvider', 8, 24)).includes(2),
      () => 'the definition of the account',
    );
    assert.deepEqual(await lines('vscode.executeReferenceProvider', 2, 18), [2, 8]);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
    assert.deepEqual(
      links.filter(({ tooltip }) => tooltip === 'Go to the account').map(({ range }) => range.start.line),
      [8],
    );
    await vscode.workspace.fs.delete(uri);
  },

  async 'shows whom an image runs as once the settings ask for it'() {
    const dockerfile = file('web', 'Dockerfile');
    const { document } = await open(dockerfile);
    await finding(dockerfile, 'missing-user');
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = async (): Promise<readonly string[]> => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        dockerfile,
        all,
      );
      return found.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
    };
    assert.deepEqual(await hints(), []);
    const settings = vscode.workspace.getConfiguration('seaworthy', dockerfile);
    await settings.update('inlayHints', true, vscode.ConfigurationTarget.WorkspaceFolder);
    await until(
      async () => (await hints()).includes('root'),
      () => 'whom the image runs as',
    );
    await settings.update('inlayHints', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
  },
};
