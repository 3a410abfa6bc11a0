/** The report, opened as a person does: what it looks like in each theme, and that nobody is kept out of it. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { root } from '../../tools/root.ts';
import { Folder } from '../server/cli/program.ts';
import { sample } from '../server/cli/writers/scan/sample.ts';
import { launchBrowser, skipped } from './harness/browser.ts';

const axe = readFileSync(new URL('./axe.min.js', import.meta.resolve('axe-core')), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

const themes = [
  { colorScheme: 'light' },
  { colorScheme: 'dark' },
  { colorScheme: 'light', contrast: 'more' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;

describe('the report', { skip: skipped() }, () => {
  let browser: Browser;
  let folder: Folder;
  let address: string;
  /** Where a person who wants to look finds pictures of it. */
  const pictures = process.env['SEAWORTHY_PICTURES'] ?? mkdtempSync(join(tmpdir(), 'seaworthy-report-'));
  before(async () => {
    mkdirSync(pictures, { recursive: true });
    browser = await launchBrowser();
    folder = sample();
    cpSync(join(root, 'examples'), join(folder.path, 'shop'), { recursive: true });
    const { out, status } = folder.run('scan', '--format', 'html');
    assert.equal(status, 1);
    writeFileSync(join(pictures, 'report.html'), out);
    address = pathToFileURL(join(pictures, 'report.html')).href;
  });
  after(async () => {
    await browser.close();
    folder.remove();
    if (process.env['SEAWORTHY_PICTURES'] === undefined) rmSync(pictures, { recursive: true });
  });

  const open = async (width: number, theme: (typeof themes)[number]): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, ...theme, bypassCSP: true });
    await page.goto(address);
    return page;
  };

  for (const theme of themes)
    for (const width of [1280, 360])
      it(`is for everybody: ${Object.values(theme).join(', ')}, ${width} pixels`, async () => {
        const page = await open(width, theme);
        await page.evaluate(axe);
        const found = (await page.evaluate(
          "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))",
        )) as readonly Violation[];
        assert.deepEqual(found, []);
        const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        assert.ok(Number(overflow) <= 0, 'nothing makes the page wider than the window');
        const name = `${Object.values(theme).join('-')}-${width}.png`;
        await page.screenshot({ path: join(pictures, name) });
        await page.close();
      });

  it('sorts and filters by the keyboard, and asks for nothing', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(address);
    const rows = page.locator('#findings tbody tr');
    const all = await rows.count();
    const place = page.locator('#findings thead button').nth(2);
    await place.focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('#findings thead th').nth(2).getAttribute('aria-sort'), 'ascending');
    const places = await page.locator('#findings tbody tr td:nth-child(3)').allTextContents();
    assert.deepEqual(places, [...places].sort(new Intl.Collator('en', { numeric: true }).compare));
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('#findings thead th').nth(2).getAttribute('aria-sort'), 'descending');
    await page.locator('#filter').focus();
    await page.keyboard.type('privileged-container forged');
    const left = await page.locator('#findings tbody tr:visible').count();
    assert.ok(left > 0 && left < all);
    assert.equal(await page.locator('#shown').textContent(), `${left} shown`);
    assert.deepEqual([asked, errors], [[address], []]);
    await page.close();
  });

  it('says at once how bad it is, and what to do', async () => {
    const page = await open(1280, themes[0]);
    const verdict = page.locator('.verdict');
    const order = page.locator('ol.first li');
    const lowest = (await order.last().boundingBox())?.y ?? Number.POSITIVE_INFINITY;
    assert.match((await verdict.textContent()) ?? '', /^\d+ findings, \d+ of them \w+, in \d+ files/);
    assert.equal(await order.count(), 3);
    assert.ok(lowest < 900, 'all of it stands in the first window');
    await page.close();
  });

  it('is printed whole', async () => {
    const page = await open(1280, themes[0]);
    const pdf = await page.pdf({ format: 'A4', path: join(pictures, 'report.pdf') });
    assert.ok(pdf.length > 10_000);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('label').isVisible(), false);
    await page.setViewportSize({ width: 720, height: 1000 });
    assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth')) <= 0);
    await page.screenshot({ path: join(pictures, 'print.png') });
    await page.close();
  });

  it('runs nothing that a name brings', async () => {
    const own = new Folder();
    const name = `"><img src=x onerror=alert(1)><script>alert(1)</script>`;
    own.write(
      'pod.yaml',
      `apiVersion: v1\nkind: Pod\nmetadata: {name: ${JSON.stringify(name)}}\nspec: {containers: [{name: web, image: "x:1", securityContext: {privileged: true}}]}\n`,
    );
    writeFileSync(join(pictures, 'forged.html'), own.run('scan', '--format', 'html').out);
    own.remove();
    const page = await browser.newPage();
    page.on('dialog', () => assert.fail('it ran'));
    await page.goto(pathToFileURL(join(pictures, 'forged.html')).href);
    assert.deepEqual([await page.locator('img').count(), await page.locator('script').count()], [0, 1]);
    assert.ok((await page.locator('body').textContent())?.includes('<img src=x onerror=alert(1)>'));
    await page.close();
  });
});
