/** The page of attack paths, opened as a person does: what it looks like in each theme, what boxes and keys do, and that nobody is kept out of it. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { Report, Show, Wish } from '../../client/pages/attack-paths/messages.ts';
import { rules } from '../../rules/catalog/index.ts';
import { rulesByWrittenId } from '../../rules/contract/rule.ts';
import { deployedIn, placing } from '../../rules/engine/attack-paths.ts';
import { joinedPlans, planning } from '../../rules/engine/attack-plan.ts';
import { defaultSettings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import { root } from '../../tools/root.ts';
import { launchBrowser, skipped } from './harness/browser.ts';

const axe = readFileSync(new URL('./axe.min.js', import.meta.resolve('axe-core')), 'utf8');

/** Colours as the editor gives them to its pages. */
const themes = {
  light: {
    colorScheme: 'light',
    colours: {
      foreground: '#3b3b3b',
      editor: '#ffffff',
      widget: '#f8f8f8',
      muted: '#616161',
      link: '#005fb8',
      button: '#005fb8',
      onButton: '#ffffff',
      border: '#e5e5e5',
    },
  },
  dark: {
    colorScheme: 'dark',
    colours: {
      foreground: '#cccccc',
      editor: '#1f1f1f',
      widget: '#202020',
      muted: '#9d9d9d',
      link: '#4daafc',
      button: '#0078d4',
      onButton: '#ffffff',
      border: '#313131',
    },
  },
  contrast: {
    colorScheme: 'dark',
    forcedColors: 'active',
    colours: {
      foreground: '#ffffff',
      editor: '#000000',
      widget: '#000000',
      muted: '#ffffff',
      link: '#21a6ff',
      button: '#000000',
      onButton: '#ffffff',
      border: '#6fc3df',
    },
  },
} as const;
type Theme = keyof typeof themes;

const styleOf = (theme: Theme): string => {
  const { foreground, editor, widget, muted, link, button, onButton, border } = themes[theme].colours;
  return `:root { --vscode-foreground: ${foreground}; --vscode-editor-background: ${editor}; --vscode-editorWidget-background: ${widget};
    --vscode-descriptionForeground: ${muted}; --vscode-textLink-foreground: ${link}; --vscode-button-background: ${button};
    --vscode-button-foreground: ${onButton}; --vscode-widget-border: ${border}; --vscode-focusBorder: ${link};
    --vscode-font-family: sans-serif; --vscode-font-size: 13px; }
  body { background: ${editor}; }`;
};

/** What the server answers for the shop of the examples. */
function reportOfShop(): Report {
  const folder = join(root, 'examples', 'deploy');
  const workspace = new Workspace(rules);
  workspace.complete = true;
  for (const name of readdirSync(folder))
    workspace.update({ path: `deploy/${name}`, text: readFileSync(join(folder, name), 'utf8') }, defaultSettings, {
      retain: true,
    });
  workspace.refresh();
  const place = placing(workspace, (path) => ({ uri: `file:///shop/${path}` }));
  const plans = deployedIn(workspace).map((deployed) => {
    const question = { from: 'outside', to: [], protect: [], most: 1 } as const;
    const work = planning(workspace, deployed, question, rulesByWrittenId(rules), place);
    let step = work.next();
    while (step.done !== true) step = work.next();
    return step.value;
  });
  return joinedPlans(plans);
}

/** The words as the extension has them, in English. */
async function englishWords(): Promise<Show['words']> {
  const { outputFiles } = await build({
    stdin: { contents: `export { words } from './client/attack-paths/words.ts'`, resolveDir: root },
    ...{ bundle: true, write: false, format: 'esm' },
    plugins: [
      {
        name: 'editor',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^vscode$/ }, () => ({ path: 'vscode', namespace: 'editor' }));
          onLoad({ filter: /.*/, namespace: 'editor' }, () => ({
            contents: 'export const l10n = { t: (text) => text };',
          }));
        },
      },
    ],
  });
  const { words } = (await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`)) as {
    words: () => Show['words'];
  };
  return words();
}

describe('the page of attack paths', { skip: skipped() }, () => {
  let browser: Browser;
  let script: string;
  let style: string;
  let show: Show;
  /** Where a person who wants to look finds pictures of it. */
  const pictures = process.env['SEAWORTHY_PICTURES'] ?? mkdtempSync(join(tmpdir(), 'seaworthy-paths-'));
  before(async () => {
    mkdirSync(pictures, { recursive: true });
    const built = await build({
      entryPoints: ['view.ts', 'view.css'].map((name) => join(root, 'client', 'pages', 'attack-paths', name)),
      ...{ bundle: true, write: false, format: 'iife', outdir: '/', target: 'chrome122' },
    });
    const textOf = (end: string): string => built.outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
    [script, style] = [textOf('.js'), textOf('.css')];
    show = { report: reportOfShop(), words: await englishWords(), assumesAny: false };
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    if (process.env['SEAWORTHY_PICTURES'] === undefined) rmSync(pictures, { recursive: true });
  });

  async function open(theme: Theme, width: number, shown: Show): Promise<Page> {
    const { colours: _, ...emulated } = themes[theme];
    const page = await browser.newPage({ viewport: { width, height: 800 }, ...emulated });
    await page.setContent(
      `<!DOCTYPE html><html lang="en"><head><title>Attack Paths</title><style>${styleOf(theme)}${style}</style></head><body></body></html>`,
    );
    await page.evaluate(`
      window.wishes = [];
      let state;
      window.acquireVsCodeApi = () => ({ postMessage: (wish) => wishes.push(wish), getState: () => state, setState: (next) => { state = next; } });
    `);
    await page.evaluate(script);
    await page.evaluate(`window.postMessage(${JSON.stringify(shown)}, '*')`);
    await page.locator('h1').waitFor();
    return page;
  }
  const wishes = async (page: Page): Promise<readonly Wish[]> => (await page.evaluate('wishes')) as Wish[];

  for (const theme of Object.keys(themes) as Theme[])
    for (const width of [1280, 420])
      it(`is for everybody: ${theme}, ${width} pixels`, async () => {
        const page = await open(theme, width, show);
        await page.getByRole('checkbox', { name: /system:authenticated/ }).check();
        await page.evaluate(axe);
        const found = (await page.evaluate(
          "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))",
        )) as readonly unknown[];
        await page.screenshot({ path: join(pictures, `${theme}-${width}.png`), fullPage: true });
        assert.deepEqual(found, []);
        const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        assert.ok(Number(overflow) <= 0, 'nothing makes the page wider than the window');
        await page.close();
      });

  it('says what ticked edits close, and has those previewed that fixes make', async () => {
    const page = await open('light', 1280, show);
    const status = page.getByRole('status');
    assert.equal(await status.textContent(), 'Edits ticked: 0. They close 0 of 4 ways.');
    const preview = page.getByRole('button', { name: /^Preview Edits/ });
    assert.ok(await preview.isDisabled());
    await page.getByRole('checkbox', { name: /system:authenticated/ }).check();
    assert.equal(await status.textContent(), 'Edits ticked: 1. They close 2 of 4 ways.');
    assert.equal(await page.locator('.way.closed').count(), 2);
    await page.getByRole('checkbox', { name: 'All proposed edits' }).check();
    assert.equal(await status.textContent(), 'Edits ticked: 3. They close 4 of 4 ways.');
    await preview.click();
    const wish = (await wishes(page)).find(({ type }) => type === 'preview');
    assert.ok(wish?.type === 'preview' && wish.edits.length === 3);
    // After the edits are made the server says so.
    await page.evaluate(
      `window.postMessage(${JSON.stringify({ ...show, report: { ...show.report, paths: [], edits: [], assumedOnly: 0 } })}, '*')`,
    );
    await page.getByRole('heading', { name: /^No way leads from outside/ }).waitFor();
    assert.equal(await page.getByRole('checkbox').count(), 0);
    await page.close();
  });

  it('is gone through by keys, and leads from sentences to lines', async () => {
    const page = await open('dark', 1280, show);
    await page.locator('.way').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const [, second] = show.report.paths;
    assert.equal(await page.locator('.way[aria-current=true]').getAttribute('id'), `way-${second?.id}`);
    assert.equal(await page.evaluate('document.activeElement.id'), `way-${second?.id}`);
    assert.equal(await page.locator('.step').count(), second?.steps.length);
    await page.locator('.step button').first().focus();
    await page.keyboard.press('Enter');
    const wish = (await wishes(page)).find(({ type }) => type === 'open');
    assert.deepEqual(wish?.type === 'open' ? wish.place : undefined, second?.steps[0]?.at);
    await page.close();
  });

  it('shows texts of files as texts', async () => {
    const [first, ...others] = show.report.paths;
    const paths = [{ ...first, target: '<img src=x onerror="wishes.push(1)">' }, ...others];
    const page = await open('light', 1280, { ...show, report: { ...show.report, paths } as Report });
    assert.equal(await page.locator('img').count(), 0);
    assert.ok((await page.locator('.way').first().textContent())?.includes('<img src=x'));
    await page.close();
  });
});
