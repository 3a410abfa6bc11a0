/**
 * `npm run screenshots`: the pictures of the README, taken in the real editor on a copy of `examples/`. They are committed; look at them
 * before.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../tools/root.ts';
import { installExtension, serve } from '../../tools/serve.ts';
import { packageExtension } from '../../tools/vsix.ts';
import { launchBrowser } from './harness/browser.ts';
import { Workbench } from './harness/workbench.ts';
import { desk } from './harness/workspace-copy.ts';

/** Few colours and still edges: small pictures that do not change from run to run. */
const settings = {
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 14,
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.guides.indentation': false,
  'editor.overviewRulerBorder': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};

type Picture = (name: string) => Promise<Buffer>;

const images = join(root, 'docs', 'images');
await mkdir(images, { recursive: true });
const extension = await packageExtension();
const browser = await launchBrowser();

/** Opens a fresh copy of the examples. */
async function inTheme(theme: string, take: (bench: Workbench, picture: Picture) => Promise<void>): Promise<void> {
  const shop = await desk('examples');
  await installExtension(shop.home, extension);
  const server = await serve({ home: shop.home, settings: { ...settings, 'workbench.colorTheme': theme } });
  try {
    const bench = await Workbench.open(browser, server.address(shop.workspace));
    await take(bench, (name) => bench.page.screenshot({ path: join(images, `${name}.png`), animations: 'disabled' }));
  } finally {
    await server.stop();
    await shop.clear();
  }
}

try {
  await inTheme('Light Modern', async (bench, picture) => {
    await bench.openFile('storefront/Dockerfile');
    await bench.squiggles.first().waitFor({ state: 'attached' });
    await bench.hoverWord('node:22-slim');
    // The last line comes when the fixes are known.
    await bench.page.locator('.hover-row.status-bar').getByText('Quick Fix').waitFor();
    await picture('hover');

    await bench.clickWord('node:22-slim');
    await bench.lightbulb();
    await picture('lightbulb');
    await bench.page.keyboard.press('Escape');

    await bench.openFile('deploy/cart.yaml');
    await bench.squiggles.first().waitFor({ state: 'attached' });
    await bench.command('Seaworthy: Show Blast Radius');
    await bench.command('View: Close Primary Side Bar');
    await bench.command('View: Close Editors in Other Groups');
    await bench.webview.locator('.reaches button').filter({ hasText: 'redis' }).click();
    await bench.webview.locator('.step').first().waitFor();
    await picture('blast-radius');
    await bench.command('View: Close All Editors');

    await bench.openFile('deploy/payments.yaml');
    await bench.squiggles.first().waitFor({ state: 'attached' });
    await bench.command('Seaworthy: Scan Workspace');
    await bench.notification('Show').click();
    await bench.problems.first().waitFor();
    await picture('problems');
    await bench.page.locator('.activitybar .action-label[aria-label*="Seaworthy"]').first().click();
    await bench.page.locator('.pane-body .monaco-list-row').filter({ hasText: 'Critical' }).first().click();
    await bench.page.locator('.pane-body .monaco-list-row').nth(1).waitFor();
    await picture('findings');
  });

  await inTheme('Dark Modern', async (bench, picture) => {
    await bench.command('Welcome: Open Walkthrough...');
    await bench.quickPick.filter({ hasText: 'Harden your first manifest' }).first().click();
    await bench.command('View: Close Primary Side Bar');
    await bench.page.locator('.gettingStartedContainer .getting-started-step').first().waitFor();
    await picture('walkthrough');
  });

  await inTheme('Default High Contrast', async (bench, picture) => {
    await bench.openFile('cart/Dockerfile');
    await bench.squiggles.first().waitFor({ state: 'attached' });
    await bench.command('Seaworthy: Fix All of a Rule in the Workspace...');
    await bench.answer('missing-user');
    const rows = bench.page.locator('.bulk-edit-panel .monaco-list-row');
    await rows.filter({ hasText: 'Dockerfile' }).first().click();
    await bench.page.locator('.monaco-diff-editor').first().waitFor();
    await picture('preview');
  });
} finally {
  await browser.close();
}
