/** **Show Rendered** in a real editor: what a chart and what a kustomization become, as somebody types. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, folderWith, open, typeBefore, until } from './editor.ts';

/** What the page beside the editor says once it matches. */
function page(pattern: RegExp): Promise<string> {
  const shown = (): string =>
    vscode.window.visibleTextEditors
      .find(({ document }) => document.uri.scheme === 'seaworthy-rendered')
      ?.document.getText() ?? '';
  return until(
    () => pattern.test(shown()) && shown(),
    () => `${pattern} on the page; it says: ${shown()}`,
  );
}

export const rendering: Readonly<Record<string, () => Promise<void>>> = {
  async 'shows what a template renders to, with values that are not saved'() {
    const { at, clear } = await folderWith('chart', {
      'Chart.yaml': 'apiVersion: v2\nname: chart\nversion: 1.0.0\n',
      'values.yaml': 'image: web:1\n',
      'templates/pod.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  containers:\n    - name: web\n      image: {{ .Values.image }}\n',
    });
    await open(at('templates/pod.yaml'));
    await vscode.commands.executeCommand('seaworthy.showRendered');
    await page(/image: web:1\n/);
    // In the same place, so that the page stays beside it.
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    await typeBefore(await open(at('values.yaml')), 'web:1', 'own-');
    await page(/image: own-web:1\n/);
    await clear();
  },

  async 'shows what an overlay is built into'() {
    const { at, clear } = await folderWith('deploy', {
      'base/kustomization.yaml': 'resources: [pod.yaml]\n',
      'base/pod.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: web:1}]}\n',
      'prod/kustomization.yaml': 'resources: [../base]\nnamespace: shop\n',
    });
    const editor = await open(at('prod/kustomization.yaml'));
    await vscode.commands.executeCommand('seaworthy.showRendered');
    assert.match(await page(/namespace: shop\n/), /image: web:1\n/);
    await typeBefore(editor, 'shop', 'own-');
    await page(/namespace: own-shop\n/);
    await clear();
  },

  async 'says so where nothing is rendered'() {
    const { at, clear } = await folderWith('plain', {
      'pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n',
    });
    await open(at('pod.yaml'));
    await vscode.commands.executeCommand('seaworthy.showRendered');
    await page(/belongs to no chart and no kustomization/);
    await closeEverything();
    await clear();
  },
};
