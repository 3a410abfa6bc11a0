/** Runs the in-host suite against the installed VSIX in the served editor; a headless page gives it its workbench. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { installExtension, serve } from '../../tools/serve.ts';
import { launchBrowser, skipped } from './harness/browser.ts';
import { packedExtension } from './harness/extension.ts';
import { extensionLog } from './harness/extension-log.ts';
import { prepareSuite } from './harness/suite.ts';
import { Workbench } from './harness/workbench.ts';
import { desk } from './harness/workspace-copy.ts';
import type { SuiteReport } from './suite/outcome.ts';

/** Upper bound for the whole suite, in milliseconds; a test inside gives up long before. */
const limit = 1_200_000;

test('in the extension host', { skip: skipped() }, async (t) => {
  const { folder, home, workspace, clear } = await desk('test/editor/fixtures/shop');
  t.after(clear);
  const suite = await prepareSuite(folder);
  await installExtension(home, await packedExtension(folder));
  const server = await serve({ home, driver: true, env: suite.env });
  t.after(() => server.stop());
  const browser = await launchBrowser();
  t.after(() => browser.close());
  const remote = `vscode-remote://127.0.0.1:${server.port}`;
  await Workbench.open(
    browser,
    server.address(join(workspace, 'shop.code-workspace'), [
      ['extensionDevelopmentPath', `${remote}${suite.carrier}`],
      ['extensionTestsPath', `${remote}${suite.tests}`],
    ]),
  );

  let report: SuiteReport | undefined;
  let told = 0;
  for (const end = Date.now() + limit; report?.finished !== true && Date.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    report = await suite.report();
    // Told as they come, so that a slow machine is seen to work.
    for (const { name, error } of report?.outcomes.slice(told) ?? []) {
      told++;
      await t.test(name, () => {
        if (error !== undefined) assert.fail(error);
      });
    }
  }
  if (report?.outcomes.every(({ error }) => error === undefined) !== true) t.diagnostic(await extensionLog(home));
  assert.ok(report, 'the suite did not start');
  assert.equal(report.finished, true, 'the suite hung after the last test above');
});
