/** The engine and the language server can be hosted by a browser: they bundle for it without a module of Node. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from 'esbuild';
import { root } from '../../tools/root.ts';

/** Bundles for the browser, where a module of Node is an error of the build, or a warning inside `try`. Returns the warnings. */
async function bundleForBrowser(entry: string): Promise<string[]> {
  const { warnings } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  });
  return warnings.map(({ text, location }) => `${location?.file}: ${text}`);
}

for (const entry of ['rules/catalog/index.ts', 'rules/engine/workspace.ts', 'server/lsp/server.ts']) {
  test(`${entry} bundles for the browser`, async () => {
    assert.deepEqual(await bundleForBrowser(entry), []);
  });
}

test('a module of Node does not bundle for the browser', async () => {
  await assert.rejects(bundleForBrowser('tools/root.ts'), /node:path/);
});
