/**
 * `npm start`: the extension as a user gets it, in the real VS Code on `examples/`. The desktop editor when there is one, else on Linux
 * the one from npm, served on 127.0.0.1. Nothing of the user's own editor is touched: data and extensions lie in an ignored folder.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { editorObstacle } from './editor.ts';
import { plain } from './plain-settings.ts';
import { root } from './root.ts';
import { installExtension, serve } from './serve.ts';
import { packageExtension } from './vsix.ts';

const home = join(root, '.cache', 'start');
const examples = join(root, 'examples');

/** Opens the desktop editor; false when there is none. */
async function desktop(vsix: string): Promise<boolean> {
  // A script on every platform, which Windows starts by its shell alone.
  const code = (...args: string[]): number | null => {
    const shell = process.platform === 'win32';
    return spawnSync('code', shell ? args.map((arg) => `"${arg}"`) : args, { stdio: 'inherit', shell }).status;
  };
  if (spawnSync('code', ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' }).status !== 0)
    return false;
  const data = join(home, 'desktop');
  await mkdir(join(data, 'User'), { recursive: true });
  await writeFile(join(data, 'User', 'settings.json'), JSON.stringify(plain));
  const own = ['--user-data-dir', data, '--extensions-dir', join(home, 'extensions')];
  if (code(...own, '--force', '--install-extension', vsix) !== 0) throw new Error('The editor refused the extension');
  code(...own, '--disable-workspace-trust', '--new-window', examples);
  return true;
}

async function served(vsix: string): Promise<void> {
  const data = join(home, 'served');
  await installExtension(data, vsix);
  const server = await serve({ home: data });
  console.log(`\nSeaworthy runs in VS Code at:\n\n  ${server.address(examples)}\n\nEnd with Ctrl+C.`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void server.stop());
}

const vsix = await packageExtension();
if (!(await desktop(vsix))) {
  if (editorObstacle() === undefined) await served(vsix);
  else console.log(`There is no \`code\` on the PATH. In VS Code: Extensions, "...", Install from VSIX, ${vsix}`);
}
