/** Finds and starts the browser that shows the served editor. Must not know what is on the page. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { editorObstacle } from '../../../tools/editor.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-lcd-text',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The first browser of the PATH that can show the editor. */
function findBrowser(): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here.
      }
    }
  }
  return undefined;
}

/**
 * Why the editor suites are skipped on this machine, or false when they run. Throws instead of skipping for want of a browser when the
 * environment has CI: there a skipped suite would look like a passed one.
 */
export function skipped(): string | false {
  const platform = editorObstacle();
  if (platform !== undefined) return platform;
  if (findBrowser() !== undefined) return false;
  const reason = `none of ${names.join(', ')} is on the PATH`;
  if (process.env.CI) throw new Error(`The editor suites cannot run, and CI is set: ${reason}`);
  return reason;
}

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(`Found none of: ${names.join(', ')}`);
  return chromium.launch({ executablePath, args: flags });
}
