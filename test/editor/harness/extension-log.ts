/** What the extension wrote to its log in an editor with a data folder of its own: for who reads why a test failed elsewhere. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @param home data folder of the editor. @returns the last lines; empty where it wrote none. */
export async function extensionLog(home: string): Promise<string> {
  const logs = join(home, 'data', 'logs');
  const names = await readdir(logs, { recursive: true }).catch(() => []);
  const own = names.filter((name) => /seaworthy\.seaworthy.*\.log$/.test(name)).sort();
  const texts = await Promise.all(own.map((name) => readFile(join(logs, name), 'utf8')));
  return texts.join('').split('\n').slice(-100).join('\n');
}
