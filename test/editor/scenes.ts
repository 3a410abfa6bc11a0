/** What a person looks at while they work, one scene a function: for pictures in every theme and size, to be looked at and thrown away. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scene } from './harness/studio.ts';

/** Half a manifest, as it is typed. */
const typed = [
  'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  selector:\n    mat',
  'chLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      cont',
  'ainers:\n        - name: web\n          image: registry.example.com/web:1',
  '.2.3\n          securityContext:\n            privileged: tr',
  'ue\n          ports:\n            - containerPort: 80',
];

/** Where `deploy/payments.yaml` says it: below what a small window shows. */
const privilegedLine = 39;

/** So many files that a scan takes a while. */
const many = 2_000;

export const scenes: { readonly [name: string]: Scene } = {
  async typing(bench, picture, workspace) {
    writeFileSync(join(workspace, 'deploy', 'web.yaml'), '');
    await bench.openFile('deploy/web.yaml');
    for (const [i, text] of typed.entries()) {
      await bench.type(text);
      await picture(`typing-${i + 1}`);
    }
  },

  async scan(bench, picture, workspace) {
    mkdirSync(join(workspace, 'many'));
    for (let i = 0; i < many; i++)
      writeFileSync(
        join(workspace, 'many', `${i}.yaml`),
        Array.from({ length: 20 }, (_, j) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c-${i}-${j}}\n`).join(
          '---\n',
        ),
      );
    await bench.command('Seaworthy: Scan Workspace');
    await bench.toast(/\d of [\d,]+/).waitFor();
    await picture('scan');
  },

  async 'side bar'(bench, picture) {
    await bench.command('Seaworthy: Focus on Findings View');
    // Until the extension is there, the editor says something else.
    await bench.page.locator('.pane-body').getByText('Scan the Workspace').waitFor();
    await picture('welcome');
    await bench.command('Seaworthy: Scan Workspace');
    await bench.notification('Show').waitFor();
    await bench.command('Notifications: Clear All Notifications');
    for (const grouping of ['rule', 'workload', 'file', 'severity']) {
      await bench.group(`By ${grouping}`);
      await bench.expandFirst();
      await picture(`findings-${grouping}`);
    }
  },

  async dockerfile(bench, picture) {
    await bench.openFile('storefront/Dockerfile');
    await bench.squiggles.first().waitFor({ state: 'attached' });
    await bench.hoverWord('node:22-slim');
    await bench.quickFixes.waitFor();
    await picture('hover');
    await bench.clickWord('node:22-slim');
    await bench.lightbulb();
    await picture('lightbulb');
    await bench.page.keyboard.press('Escape');
    await bench.clickWord('node:22-slim');
    await bench.page.keyboard.press('Control+End');
    await bench.page.keyboard.type('\nUS');
    await bench.page.keyboard.press('Control+Space');
    await bench.page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: 'USER' }).first().waitFor();
    await picture('completion');
  },

  async manifest(bench, picture) {
    await bench.openFile('deploy/payments.yaml');
    await bench.squiggles.first().waitFor({ state: 'attached' });
    await bench.page.locator('.codelens-decoration').first().waitFor();
    await picture('code-lens');
    await bench.goToLine(privilegedLine);
    await bench.clickWord('privileged');
    await bench.lightbulb();
    await picture('lightbulb-manifest');
    await bench.page.keyboard.press('Escape');
    await bench.hoverWord('privileged');
    await picture('hover-key');
  },

  async preview(bench, picture) {
    await bench.command('Seaworthy: Fix All Safe Problems in the Workspace...');
    const rows = bench.page.locator('.bulk-edit-panel .monaco-list-row');
    await rows
      .filter({ hasText: /yaml|Dockerfile/ })
      .first()
      .click();
    await bench.page.locator('.monaco-diff-editor').first().waitFor();
    await picture('preview');
  },

  async rendered(bench, picture) {
    await bench.openFile('deploy/kustomization.yaml');
    await bench.command('Seaworthy: Show Rendered');
    await bench.line('kind: Namespace').waitFor();
    await picture('rendered');
  },
};
