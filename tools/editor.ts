/**
 * Brings the real VS Code to the machine from npm: the `code-server` package holds a complete build of it.
 * Owns the pinned version and the ignored cache; must not know what is done with the editor.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './root.ts';

const run = promisify(execFile);

/** VS Code 1.139.1. */
const version = '4.139.1';

/** Native parts that need a compiler or another registry's downloads, and that no test touches. */
const unneeded = [
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/sqlite3',
  'kerberos',
  'ssh2',
];

/** Why the editor from npm cannot run here, or undefined when it can. */
export function editorObstacle(): string | undefined {
  if (process.platform !== 'linux') return `the editor from npm is for Linux, and this is ${process.platform}`;
  return undefined;
}

/**
 * Returns the path of VS Code's `server-main.js`, downloading the editor on the first call on a machine.
 * Needs the npm registry then, and nothing later. Run it with the Node that runs this script (24 or newer).
 */
export async function editor(): Promise<string> {
  const recipe = await readFile(new URL(import.meta.url));
  const key = createHash('sha256').update(recipe).digest('hex').slice(0, 12);
  const home = join(root, '.cache', 'editor', `${version}-${key}`);
  const main = 'lib/vscode/out/server-main.js';
  if (existsSync(join(home, 'complete'))) return join(home, main);

  process.stderr.write(`Fetching VS Code from npm (code-server ${version}), once\n`);
  const work = `${home}.${process.pid}`;
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  await run('npm', ['pack', '--silent', `code-server@${version}`], { cwd: work });
  await run('tar', ['xzf', `code-server-${version}.tgz`, '--strip-components=1', 'package/lib/vscode'], { cwd: work });
  await rm(join(work, `code-server-${version}.tgz`));

  const code = join(work, 'lib', 'vscode');
  await rm(join(code, 'extensions', 'copilot'), { recursive: true, force: true });
  await run('npm', ['pkg', 'delete', ...unneeded.map((name) => `dependencies.${name}`)], { cwd: code });
  // Not `npm ci`: the package's shrinkwrap is out of step with its manifest.
  await run('npm', ['install', '--omit=dev', '--ignore-scripts', '--silent', '--no-audit', '--no-fund'], { cwd: code });
  await writeFile(join(work, 'complete'), '');
  // Another process may have been quicker; then its copy is as good as ours.
  await rename(work, home).catch(() => rm(work, { recursive: true, force: true }));
  return join(home, main);
}
