/**
 * The workbench as a person sees it: the page of a served editor, with what one clicks and reads there. Waits on elements, never on time.
 * Owns the selectors of VS Code; must not know the rules.
 */
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';

/** The height of the window, in pixels; pictures have it too. */
const height = 800;

export class Workbench {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Opens the workbench in a context of its own and returns when the folder's files are listed. @param width of the window, in pixels. */
  static async open(browser: Browser, address: string, width = 1280): Promise<Workbench> {
    const context = await browser.newContext({ viewport: { width, height } });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const listed = page.locator('.explorer-folders-view .monaco-list-row').first();
    // The web build now and then loses a workspace file that it reads while it connects, and then shows a workspace without folders.
    for (let attempt = 1; ; attempt++) {
      await page.goto(address);
      try {
        await listed.waitFor({ timeout: attempt * 15_000 });
        return new Workbench(page);
      } catch (error) {
        if (attempt === 4) throw error;
      }
    }
  }

  /** Opens a file by its path in the folder. */
  async openFile(path: string): Promise<void> {
    await this.#pick('Control+P', path, path.slice(path.lastIndexOf('/') + 1));
    await this.page.locator('.monaco-editor .view-line').first().waitFor();
  }

  /** Runs a command by its title in the palette. */
  async command(title: string): Promise<void> {
    await this.#pick('F1', `>${title}`, title);
  }

  /** Opens a quick pick, types, and takes the first entry that shows `text`. */
  async #pick(key: string, typed: string, text: string): Promise<void> {
    const entry = this.quickPick.filter({ hasText: text }).first();
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press(key);
      try {
        await this.question.fill(typed, { timeout: 10_000 });
        await entry.click({ timeout: 5_000 });
        break;
      } catch (error) {
        // The list is made when the pick opens: what an extension adds a moment later is in the next one. A page that opens takes the focus, which closes it.
        if (attempt === 5) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
    // Not the widget: a command may open a pick of its own.
    await entry.waitFor({ state: 'hidden' });
  }

  /**
   * Chooses an entry of the lightbulb's menu at a word.
   * @param outcome what is to be seen then. A menu that closes under the mouse, as on a slow machine, takes no click.
   */
  async choose(word: string, entry: string, outcome: Locator): Promise<void> {
    for (let left = 5; left > 0; left--) {
      await this.clickWord(word);
      await (await this.lightbulb()).filter({ hasText: entry }).first().click();
      if (await appears(outcome)) return;
    }
    throw new Error(`"${entry}" does nothing.`);
  }

  /** Takes a suggestion for what was typed. @param outcome what is to be seen then. */
  async take(suggestion: string, outcome: Locator): Promise<void> {
    for (let left = 5; left > 0; left--) {
      const row = this.page.locator('.suggest-widget .monaco-list-row').filter({ hasText: suggestion }).first();
      if (await appears(row)) await row.click();
      if (await appears(outcome)) return;
      await this.page.keyboard.press('Control+Space');
    }
    throw new Error(`"${suggestion}" is not written.`);
  }

  /** The box that asks for a text. */
  get question(): Locator {
    return this.page.locator('.quick-input-widget input[type=text]');
  }

  /** Answers the question that an input box asks. */
  async answer(text: string): Promise<void> {
    const input = this.question;
    await input.waitFor();
    await input.fill(text);
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** Notifications that hold a text. While the list is drawn anew it shows a row twice, so that one of them is what counts. */
  toast(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast').filter({ hasText: text }).first();
  }

  /** A button of the notification that is shown. */
  notification(button: string): Locator {
    return this.page.locator('.notification-toast').getByRole('button', { name: button }).first();
  }

  /** The entries of the quick pick that is open. */
  get quickPick(): Locator {
    return this.page.locator('.quick-input-widget .monaco-list-row');
  }

  /** The squiggles of warnings and errors in the editor. */
  get squiggles(): Locator {
    return this.page.locator('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-error');
  }

  /** The first line of the editor that holds `text`. */
  line(text: string): Locator {
    // The editor draws blanks as no-break spaces.
    const pattern = new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[\\s\\u00a0]'));
    return this.page.locator('.monaco-editor .view-line').filter({ hasText: pattern }).first();
  }

  /** Puts the cursor into `word`, which stands in a line of the editor. */
  async clickWord(word: string): Promise<void> {
    await this.#word(word).click();
  }

  /** Types where the cursor stands, line by line without the indentation that the editor adds. */
  async type(text: string): Promise<void> {
    for (const [i, line] of text.split('\n').entries()) {
      if (i > 0) {
        await this.page.keyboard.press('Enter');
        // What the editor indents by itself is written as it stands in the text.
        await this.page.keyboard.press('Shift+Home');
        await this.page.keyboard.press('Delete');
      }
      await this.page.keyboard.type(line);
      await this.page.keyboard.press('Escape');
    }
  }

  /** Opens the hover of a word. */
  async hoverWord(word: string): Promise<void> {
    await this.#word(word).hover();
    await this.page.locator('.monaco-hover:visible').filter({ hasText: /\S/ }).first().waitFor();
  }

  /** The button of a hover that leads to fixes; it comes when they are known. */
  get quickFixes(): Locator {
    return this.page.locator('.hover-row.status-bar').getByRole('button', { name: /^Quick Fix/ });
  }

  #word(word: string): Locator {
    return this.line(word).locator('span span').filter({ hasText: word }).first();
  }

  /** Opens the lightbulb's menu where the cursor stands, and returns its entries. */
  async lightbulb(): Promise<Locator> {
    const entries = this.page.locator('.action-widget .monaco-list-row.action');
    // The editor drops the menu when the cursor or the problems move while it is asked for, as on a slow machine.
    for (let left = 5; left > 0; left--) {
      await this.page.keyboard.press('Control+.');
      if (await appears(entries.first())) return entries;
    }
    throw new Error('The menu of the lightbulb does not open.');
  }

  /** The rows of the Problems panel, which the list draws only as far as they are in sight. */
  get problems(): Locator {
    return this.page.locator('.markers-panel .monaco-list-row');
  }

  /** Narrows the Problems panel down to what the text names. */
  async filterProblems(text: string): Promise<void> {
    await this.page.locator('.panel .viewpane-filter input').first().fill(text);
  }

  /** The rows of the findings view, which the list draws only as far as they are in sight. */
  get findings(): Locator {
    return this.page.locator('.pane-body .monaco-list[aria-label*="Findings"] .monaco-list-row');
  }

  /** Groups the findings view. */
  async group(grouping: string): Promise<void> {
    await this.command('Seaworthy: Group Findings...');
    await this.answer(grouping);
  }

  /** Opens the first group of the findings; a list that is made anew meanwhile may have it open already. */
  async expandFirst(): Promise<void> {
    const below = this.findings.and(this.page.locator('[aria-level="2"]')).first();
    await this.findings.first().click();
    try {
      await below.waitFor({ timeout: 5_000 });
    } catch {
      // The click has closed it.
      await this.page.keyboard.press('ArrowRight');
      await below.waitFor();
    }
  }

  /** Puts the cursor at the start of a line and shows it. @param line from 1. */
  async goToLine(line: number): Promise<void> {
    await this.page.keyboard.press('Control+g');
    await this.page.keyboard.type(String(line));
    await this.page.keyboard.press('Enter');
  }

  /** How many findings the badge of the view counts, as soon as it counts any. */
  async badge(): Promise<number> {
    const label = this.page
      .locator('.activitybar .action-label[aria-label*="Seaworthy"][aria-label*="findings"]')
      .first();
    await label.waitFor({ state: 'attached' });
    const said = (await label.getAttribute('aria-label')) ?? '';
    return Number(/([\d,]+) findings/.exec(said)?.[1]?.replaceAll(',', '') ?? Number.NaN);
  }

  /** Presses a key until a row of a list is the one that keys are about. @param text that the row has to hold. */
  async walk(key: string, row: Locator, text = ''): Promise<void> {
    const focused = row.filter({ hasText: text }).and(this.page.locator('.focused'));
    for (let left = 5; left > 0; left--) {
      await this.page.keyboard.press(key);
      if (await appears(focused, 2_000)) return;
    }
    throw new Error(`${key} does not lead to ${text}`);
  }

  /** The item in the status bar. */
  get status(): Locator {
    return this.page.locator('.statusbar-item[id*="seaworthy"]');
  }

  /** What an extension draws in the panel that is shown. */
  get webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** Whether something is seen before a person would try again. */
function appears(locator: Locator, timeout = 12_000): Promise<boolean> {
  return locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}
