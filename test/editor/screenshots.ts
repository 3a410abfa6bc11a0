/**
 * `npm run screenshots`: the pictures of the README, taken in the real editor on a copy of `examples/`. They are committed; look at them
 * before. With SEAWORTHY_PICTURES, every scene in every theme and size, into that folder; the names of scenes behind it take these alone.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../tools/root.ts';
import { packageExtension } from '../../tools/vsix.ts';
import { launchBrowser } from './harness/browser.ts';
import { inTheme, type Look, type Scene } from './harness/studio.ts';
import { scenes } from './scenes.ts';

const elsewhere = process.env.SEAWORTHY_PICTURES;
const images = elsewhere ?? join(root, 'docs', 'images');
await mkdir(images, { recursive: true });
const studio = { browser: await launchBrowser(), extension: await packageExtension(), images };

const looks: readonly Look[] = ['Light Modern', 'Dark Modern', 'Default High Contrast'].flatMap((theme) =>
  [1280, 800].map((width) => ({ theme, width })),
);

async function everyScene(names: readonly string[]): Promise<void> {
  for (const look of looks)
    for (const [name, scene] of Object.entries(scenes)) {
      if (names.length > 0 && !names.includes(name)) continue;
      const suffix = `-${look.theme.replaceAll(' ', '-').toLowerCase()}-${look.width}`;
      try {
        await inTheme(studio, look, (bench, picture, at) => scene(bench, (one) => picture(one + suffix), at));
      } catch (error) {
        console.error(`${name}${suffix}: ${error instanceof Error ? error.message : error}`);
        process.exitCode = 1;
      }
    }
}

const forReaders: readonly (readonly [Look, Scene])[] = [
  [
    { theme: 'Light Modern' },
    async (bench, picture) => {
      await bench.openFile('storefront/Dockerfile');
      await bench.squiggles.first().waitFor({ state: 'attached' });
      await bench.hoverWord('node:22-slim');
      // The last line comes when the fixes are known.
      await bench.quickFixes.waitFor();
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
    },
  ],

  [
    { theme: 'Dark Modern' },
    async (bench, picture) => {
      await bench.command('Welcome: Open Walkthrough...');
      await bench.quickPick.filter({ hasText: 'Harden your first manifest' }).first().click();
      await bench.command('View: Close Primary Side Bar');
      await bench.page.locator('.gettingStartedContainer .getting-started-step').first().waitFor();
      await picture('walkthrough');
    },
  ],

  [
    { theme: 'Default High Contrast' },
    async (bench, picture) => {
      await bench.openFile('cart/Dockerfile');
      await bench.squiggles.first().waitFor({ state: 'attached' });
      await bench.command('Seaworthy: Fix All of a Rule in the Workspace...');
      await bench.answer('missing-user');
      const rows = bench.page.locator('.bulk-edit-panel .monaco-list-row');
      await rows.filter({ hasText: 'Dockerfile' }).first().click();
      await bench.page.locator('.monaco-diff-editor').first().waitFor();
      await picture('preview');
    },
  ],
];

try {
  if (elsewhere === undefined) for (const [look, scene] of forReaders) await inTheme(studio, look, scene);
  else await everyScene(process.argv.slice(2));
} finally {
  await studio.browser.close();
}
