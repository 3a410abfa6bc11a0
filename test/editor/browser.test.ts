/** Clicks through the workbench as a person does: squiggle, lightbulb, scan. On a copy of `examples/`, with the installed VSIX. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { installExtension, type ServedEditor, serve } from '../../tools/serve.ts';
import { launchBrowser, skipped } from './harness/browser.ts';
import { packedExtension } from './harness/extension.ts';
import { Workbench } from './harness/workbench.ts';
import { desk } from './harness/workspace-copy.ts';

test('in the browser', { skip: skipped() }, async (t) => {
  const browser = await launchBrowser();
  t.after(() => browser.close());
  const shop = await desk('examples');
  t.after(shop.clear);
  await installExtension(shop.home, await packedExtension(shop.folder));

  /** Serves the shop, shows it, and takes both away after the body. */
  async function using(
    options: { readonly restricted: boolean },
    body: (bench: Workbench) => Promise<void>,
  ): Promise<void> {
    const server: ServedEditor = await serve({ home: shop.home, restricted: options.restricted });
    try {
      const bench = await Workbench.open(browser, server.address(shop.workspace));
      await body(bench);
      await bench.close();
    } finally {
      await server.stop();
    }
  }

  await t.test('fixes a missing user from the lightbulb', () =>
    using({ restricted: false }, async (bench) => {
      await bench.openFile('storefront/Dockerfile');
      await bench.squiggles.first().waitFor({ state: 'attached' });
      assert.equal(await bench.line('USER ').count(), 0);
      const before = await bench.squiggles.count();
      await bench.choose('node:22-slim', 'Run as', bench.line('USER '));
      // One fewer than before.
      await bench.squiggles.nth(before - 1).waitFor({ state: 'detached' });
    }),
  );

  await t.test('offers the fixes for review when none is safe', () =>
    using({ restricted: false }, async (bench) => {
      await bench.openFile('deploy/storefront.yaml');
      // What the container lacks, told as one.
      await bench.squiggles.first().waitFor({ state: 'attached' });
      await bench.command('Seaworthy: Fix All Safe Problems in This File');
      await bench.quickPick.filter({ hasText: 'Harden' }).first().click();
      // What is added stands below what the window shows.
      await bench.page.locator('.tab.active.dirty').waitFor();
      await bench.squiggles.first().waitFor({ state: 'detached' });
    }),
  );

  await t.test('lists what a scan finds in files that are not open', () =>
    using({ restricted: false }, async (bench) => {
      await bench.command('Seaworthy: Scan Workspace');
      await bench.notification('Show').click();
      await bench.problems.first().waitFor();
      for (const file of ['payments.yaml', 'access.yaml', 'Dockerfile']) {
        await bench.filterProblems(file);
        await bench.problems.filter({ hasText: file }).first().waitFor();
      }
    }),
  );

  await t.test('shows the report, which sorts, and leads to lines', () =>
    using({ restricted: false }, async (bench) => {
      await bench.command('Seaworthy: Show Report');
      const list = bench.webview.locator('#findings');
      await list.waitFor();
      await bench.webview.locator('#filter').fill('privileged-container');
      const place = list.locator('tbody tr:visible a').first();
      const name = ((await place.textContent()) ?? '').split(':')[0] ?? '';
      assert.match(name, /\.yaml$/);
      await place.focus();
      await bench.page.keyboard.press('Enter');
      await bench.page
        .locator('.tab.active')
        .filter({ hasText: name.slice(name.lastIndexOf('/') + 1) })
        .waitFor();
      await bench.line('privileged: true').waitFor();
    }),
  );

  await t.test('shows attack paths, and closes those of an edit by the preview', () =>
    using({ restricted: false }, async (bench) => {
      await bench.openFile('deploy/access.yaml');
      await bench.squiggles.first().waitFor({ state: 'attached' });
      await bench.command('Seaworthy: Show Attack Paths');
      const ways = bench.webview.getByText('to the whole cluster');
      await ways.first().waitFor();
      await bench.webview.getByText('Remove Group system:authenticated').click();
      await bench.webview.locator('.status').filter({ hasText: 'They close 2 of' }).waitFor();
      await bench.webview.locator('#preview').click();
      const panel = bench.page.locator('.bulk-edit-panel');
      await panel
        .locator('.monaco-list-row')
        .filter({ hasText: 'access.yaml' })
        .locator('[role=checkbox]')
        .first()
        .click();
      await panel.locator('.monaco-button').filter({ hasText: 'Apply' }).click();
      await ways.first().waitFor({ state: 'detached' });
      await bench.webview.getByText('to a node of the cluster').first().waitFor();
    }),
  );

  await t.test('shows the blast radius of a pod, and the line that decides', () =>
    using({ restricted: false }, async (bench) => {
      await bench.openFile('deploy/cart.yaml');
      await bench.squiggles.first().waitFor({ state: 'attached' });
      await bench.command('Seaworthy: Show Blast Radius');
      await bench.webview.locator('.subject').filter({ hasText: 'cart' }).waitFor();
      await bench.webview.locator('.reaches button').filter({ hasText: 'redis' }).click();
      await bench.webview.locator('.step').filter({ hasText: 'NetworkPolicy redis lets it in' }).click();
      await bench.line('podSelector').waitFor();
      await bench.page.locator('.tab.active').filter({ hasText: 'network.yaml' }).waitFor();
    }),
  );

  await t.test('ignores a finding with the reason that a person gives', () =>
    using({ restricted: false }, async (bench) => {
      await bench.openFile('payments/Dockerfile');
      await bench.squiggles.first().waitFor({ state: 'attached' });
      const before = await bench.squiggles.count();
      await bench.choose('debian:bookworm', 'Ignore...', bench.question);
      await bench.answer('runs behind a sandbox');
      await bench.line('# seaworthy-ignore missing-user: runs behind a sandbox').waitFor();
      await bench.squiggles.nth(before - 1).waitFor({ state: 'detached' });
    }),
  );

  await t.test('previews a fix of the whole workspace, says what became of it and takes it back', () =>
    using({ restricted: false }, async (bench) => {
      // The editor writes both files once they are changed, and again once that is taken back.
      const texts = (): readonly string[] =>
        ['storefront', 'payments'].map((name) => readFileSync(join(shop.workspace, name, 'Dockerfile'), 'utf8'));
      const written = async (is: (text: string, i: number) => boolean): Promise<void> => {
        while (!texts().every(is)) await setTimeout(50);
      };
      const before = texts();
      await bench.openFile('storefront/Dockerfile');
      await bench.squiggles.first().waitFor({ state: 'attached' });
      await bench.command('Seaworthy: Fix All of a Rule in the Workspace...');
      await bench.answer('missing-user');
      const panel = bench.page.locator('.bulk-edit-panel');
      const files = panel.locator('.monaco-list-row').filter({ hasText: 'Dockerfile' });
      await files.first().waitFor();
      // Nothing is taken before a person ticks it; a file's box ticks all of it.
      for (const row of await files.all()) await row.locator('[role=checkbox]').click();
      await panel.locator('.monaco-button').filter({ hasText: 'Apply' }).click();
      await bench.line('USER 1000:1000').waitFor();
      await written((text, i) => text !== before[i]);
      await bench.toast('Findings fixed: 2. Changed files: 2.').waitFor();
      await bench.notification('Undo').click();
      await bench.line('USER 1000:1000').waitFor({ state: 'detached' });
      await written((text, i) => text === before[i]);
    }),
  );

  await t.test('turns a rule off in the configuration, which completes and checks what is typed', () =>
    using({ restricted: false }, async (bench) => {
      await bench.openFile('payments/Dockerfile');
      await bench.squiggles.first().waitFor({ state: 'attached' });
      await bench.choose('debian:bookworm', 'Explain and configure...', bench.quickPick.first());
      await bench.quickPick.filter({ hasText: 'Turn it off in the workspace' }).first().click();
      await bench.answer('its sandbox runs as nobody');
      await bench.line('missing-user: off # its sandbox runs as nobody').waitFor();
      await bench.clickWord('missing-user');
      await bench.page.keyboard.press('Control+End');
      await bench.page.keyboard.type('  privileged-cont');
      await bench.take('privileged-container', bench.line('privileged-container:'));
      await bench.page.keyboard.type('loud');
      await bench.page.locator('.monaco-editor .squiggly-error').first().waitFor({ state: 'attached' });
    }),
  );

  await t.test('walks a new user through, with a file to practise on', () =>
    using({ restricted: false }, async (bench) => {
      await bench.command('Welcome: Open Walkthrough...');
      await bench.quickPick.filter({ hasText: 'Harden your first manifest' }).first().click();
      const steps = bench.page.locator('.gettingStartedContainer .getting-started-step');
      await steps.filter({ hasText: 'See what is wrong' }).waitFor();
      assert.equal(await steps.count(), 4);
      await bench.page.getByText('Open the file').click();
      await bench.line('DATABASE_PASSWORD').waitFor();
      await bench.squiggles.first().waitFor({ state: 'attached' });
    }),
  );

  await t.test('checks in Restricted Mode', () =>
    using({ restricted: true }, async (bench) => {
      await bench.page.getByText('Restricted Mode').first().waitFor();
      await bench.openFile('payments/Dockerfile');
      await bench.squiggles.first().waitFor({ state: 'attached' });
    }),
  );
});
