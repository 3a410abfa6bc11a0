/** The view, the status item, a preview and a scan, without the mouse. On a copy of `examples/`, with the installed VSIX. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { installExtension, serve } from '../../tools/serve.ts';
import { launchBrowser, skipped } from './harness/browser.ts';
import { packedExtension } from './harness/extension.ts';
import { standStill } from './harness/server-process.ts';
import { Workbench } from './harness/workbench.ts';
import { desk } from './harness/workspace-copy.ts';

/** So many files that a scan is not done before somebody stops it. */
const many = 8_000;

/** Each file holds so many objects in which nothing is found, and one that has a finding. */
const objects = 30;

test('by keyboard', { skip: skipped() }, async (t) => {
  const browser = await launchBrowser();
  t.after(() => browser.close());
  const shop = await desk('examples');
  t.after(shop.clear);
  await installExtension(shop.home, await packedExtension(shop.folder));

  /** Serves the shop, shows it, and takes both away after the body. */
  async function using(body: (bench: Workbench) => Promise<void>): Promise<void> {
    const server = await serve({ home: shop.home });
    try {
      const bench = await Workbench.open(browser, server.address(shop.workspace));
      await body(bench);
      await bench.close();
    } finally {
      await server.stop();
    }
  }

  await t.test('groups what was found in four ways, and leads to its line', () =>
    using(async (bench) => {
      await bench.command('Seaworthy: Scan Workspace');
      await bench.notification('Show').waitFor();
      await bench.command('Seaworthy: Focus on Findings View');
      for (const [grouping, group] of [
        ['By rule', 'Container is privileged'],
        ['By workload', 'shop/Deployment cart'],
        ['By file', 'deploy/payments.yaml'],
        ['By severity', 'Critical'],
      ] as const) {
        await bench.group(grouping);
        await bench.findings.filter({ hasText: group }).first().waitFor();
      }
      await bench.command('Seaworthy: Focus on Findings View');
      await bench.walk('Home', bench.findings.first(), 'Critical');
      await bench.page.keyboard.press('ArrowRight');
      await bench.findings.nth(1).and(bench.page.locator('[aria-level="2"]')).waitFor();
      const found = (await bench.findings.nth(1).getAttribute('aria-label')) ?? '';
      await bench.walk('ArrowDown', bench.findings.nth(1));
      await bench.page.keyboard.press('Enter');
      const file = /([\w.-]+):\d+$/.exec(found)?.[1] ?? `no place in: ${found}`;
      await bench.page.locator('.tab.active').filter({ hasText: file }).waitFor();
    }),
  );

  await t.test('lists the findings of a file from the status bar', () =>
    using(async (bench) => {
      await bench.openFile('payments/Dockerfile');
      await bench.squiggles.first().waitFor({ state: 'attached' });
      const status = bench.status.filter({ has: bench.page.locator('.codicon-warning, .codicon-error') });
      await status.waitFor();
      await bench.command('View: Focus Status Bar');
      const item = bench.status.and(bench.page.locator(':focus')).or(bench.status.locator(':focus'));
      for (let left = 60; left > 0 && (await item.count()) === 0; left--) await bench.page.keyboard.press('ArrowRight');
      await bench.page.keyboard.press('Enter');
      await bench.quickPick.filter({ hasText: 'missing-user' }).first().waitFor();
      await bench.answer('missing-user');
      await bench.line('debian:bookworm').waitFor();
      await bench.page.locator('.monaco-editor.focused').waitFor();
    }),
  );

  await t.test('says so when nothing of a preview is taken', () =>
    using(async (bench) => {
      const dockerfile = join(shop.workspace, 'storefront', 'Dockerfile');
      const before = readFileSync(dockerfile, 'utf8');
      await bench.command('Seaworthy: Fix All of a Rule in the Workspace...');
      await bench.answer('missing-user');
      await bench.page.locator('.bulk-edit-panel .monaco-list-row').filter({ hasText: 'Dockerfile' }).first().waitFor();
      await bench.page.locator('.bulk-edit-panel .monaco-button').filter({ hasText: 'Discard' }).press('Enter');
      await bench.toast('Nothing was changed.').waitFor();
      assert.equal(readFileSync(dockerfile, 'utf8'), before);
    }),
  );

  await t.test('stops a scan', async () => {
    const folder = join(shop.workspace, 'many');
    mkdirSync(folder);
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec:\n  hostPID: true\n  containers: [{name: web, image: web}]\n';
    const map = (name: string): string =>
      `---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: shop}\n`;
    for (let i = 0; i < many; i++)
      writeFileSync(
        join(folder, `${i}.yaml`),
        pod + Array.from({ length: objects }, (_, j) => map(`${i}-${j}`)).join(''),
      );
    // What only several files show would be looked for in the background, and is not what this is about.
    writeFileSync(join(folder, '.seaworthy.yaml'), 'profile: essential\n');
    try {
      await using(async (bench) => {
        await bench.command('Seaworthy: Scan Workspace');
        await bench.toast(/Seaworthy: scanning.*\d of \d/s).waitFor();
        // A busy machine may show the button when the scan is done.
        const goOn = standStill(shop.home);
        await bench.notification('Cancel').press('Enter');
        goOn();
        await bench.toast('Seaworthy: scanning').waitFor({ state: 'detached' });
        await bench.command('Seaworthy: Focus on Findings View');
        await bench.findings.first().waitFor();
        // Who reads them to the end finds one in each file.
        const counted = await bench.badge();
        assert.ok(counted < many, `the scan went on to its end: ${counted} findings`);
        assert.equal(await bench.notification('Show').count(), 0);
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
