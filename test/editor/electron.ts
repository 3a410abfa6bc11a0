/**
 * `npm run test:electron`: the in-host suite against the installed VSIX in the desktop VS Code, which `@vscode/test-electron` downloads.
 * The variable VSCODE_VERSION names another version than the stable one.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTests, runVSCodeCommand } from '@vscode/test-electron';
import { plain } from '../../tools/plain-settings.ts';
import { root } from '../../tools/root.ts';
import { packageExtension } from '../../tools/vsix.ts';
import { prepareSuite } from './harness/suite.ts';
import { desk } from './harness/workspace-copy.ts';

const download = { version: process.env.VSCODE_VERSION ?? 'stable', cachePath: join(root, '.cache', 'desktop') };

const { folder, home, workspace, clear } = await desk('test/editor/fixtures/shop');
try {
  const suite = await prepareSuite(folder);
  await mkdir(join(home, 'User'), { recursive: true });
  await writeFile(join(home, 'User', 'settings.json'), JSON.stringify(plain));
  const own = [`--user-data-dir=${home}`, `--extensions-dir=${join(folder, 'extensions')}`];
  const vsix = await packageExtension(join(folder, 'seaworthy.vsix'));
  await runVSCodeCommand([...own, '--install-extension', vsix], download);
  const ended = runTests({
    ...download,
    extensionDevelopmentPath: suite.carrier,
    extensionTestsPath: suite.tests,
    extensionTestsEnv: suite.env,
    launchArgs: [join(workspace, 'shop.code-workspace'), ...own],
  });
  // The editor's status only says that something failed; the report says what.
  const failed = await ended.then(
    () => false,
    () => true,
  );
  const report = await suite.report();
  for (const { name, error } of report?.outcomes ?? [])
    console.log(error === undefined ? `ok ${name}` : `FAILED ${name}\n${error}`);
  if (report?.finished !== true) console.error('The suite did not finish');
  if (failed || report?.finished !== true) process.exitCode = 1;
} finally {
  await clear();
}
