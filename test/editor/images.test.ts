/** Known vulnerabilities in the workbench: scanned from the lightbulb, shown at the image, listed in the side bar. With the installed VSIX and a program that plays Trivy. */
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { installExtension, serve } from '../../tools/serve.ts';
import { FakeScanner } from '../harness/fake-scanner.ts';
import { launchBrowser, skipped } from './harness/browser.ts';
import { packedExtension } from './harness/extension.ts';
import { Workbench } from './harness/workbench.ts';
import { desk } from './harness/workspace-copy.ts';

const row = {
  VulnerabilityID: 'CVE-2026-1',
  PkgName: 'musl',
  InstalledVersion: '1',
  FixedVersion: '2',
  Severity: 'CRITICAL',
};

/** Accepts the only vulnerability of the image under the cursor for as long as is proposed. */
async function accept(bench: Workbench): Promise<void> {
  await bench.openFile('storefront/Dockerfile');
  await bench.choose('node:22-slim', 'Accept a known vulnerability', bench.quickPick.first());
  await bench.quickPick.first().click();
  const prompt = (text: string) => bench.page.locator('.quick-input-widget').filter({ hasText: text });
  await prompt('Why can it wait').waitFor();
  await bench.question.fill('it is not reached');
  await bench.page.keyboard.press('Enter');
  await prompt('Until which day').waitFor();
  await bench.page.keyboard.press('Enter');
  await bench.line('it is not reached').waitFor();
}

test('known vulnerabilities of an image', { skip: skipped() }, async (t) => {
  const fake = new FakeScanner(
    JSON.stringify({ SchemaVersion: 2, Metadata: {}, Results: [{ Vulnerabilities: [row] }] }),
  );
  t.after(() => fake.remove());
  const browser = await launchBrowser();
  t.after(() => browser.close());
  const shop = await desk('examples');
  t.after(shop.clear);
  await installExtension(shop.home, await packedExtension(shop.folder));
  // Which program is run is a setting of the machine.
  await mkdir(join(shop.home, 'data', 'Machine'), { recursive: true });
  const programs = { 'seaworthy.imageScan.programs': { trivy: join(fake.folder, 'bin', 'trivy') } };
  await writeFile(join(shop.home, 'data', 'Machine', 'settings.json'), JSON.stringify(programs));
  const env = { SEAWORTHY_CACHE_DIR: join(shop.folder, 'cache') };

  await t.test('are shown at its name and in the side bar', async () => {
    const server = await serve({ home: shop.home, env });
    try {
      const bench = await Workbench.open(browser, server.address(shop.workspace));
      await bench.openFile('storefront/Dockerfile');
      const shown = bench.page.locator('.monaco-editor .squiggly-info').first();
      await bench.choose('node:22-slim', 'for known vulnerabilities', shown);
      await bench.command('Seaworthy: Focus on Images View');
      const image = bench.page.locator('.pane-body .monaco-list-row').filter({ hasText: '1 critical' }).first();
      await image.click();
      await bench.page.keyboard.press('ArrowRight');
      await bench.page.locator('.pane-body .monaco-list-row').filter({ hasText: 'CVE-2026-1' }).first().waitFor();
      await accept(bench);
      await bench.page.locator('.pane-body .monaco-list-row').filter({ hasText: '1 accepted' }).first().waitFor();
      await bench.close();
    } finally {
      await server.stop();
    }
  });

  await t.test('are not asked for in Restricted Mode', async () => {
    const server = await serve({ home: shop.home, env, restricted: true });
    try {
      const bench = await Workbench.open(browser, server.address(shop.workspace));
      await bench.openFile('storefront/Dockerfile');
      await bench.command('Seaworthy: Scan Images for Known Vulnerabilities');
      await bench.toast('Restricted Mode').waitFor();
      assert.equal(await bench.toast('scanning').count(), 0);
      await bench.close();
    } finally {
      await server.stop();
    }
  });
});
