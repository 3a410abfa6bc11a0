/** The bundles that ship, as esbuild builds them. Owns their entry points and targets; must not know who packs or tests them. */
import { type BuildOptions, build } from 'esbuild';
import { root } from './root.ts';

/** What the oldest supported editor and the oldest supported command line run. */
const target = 'node20';

const shipped: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target,
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/** Builds everything under dist/. */
export async function bundle(): Promise<void> {
  await Promise.all([
    build({ ...shipped, entryPoints: ['client/extension.ts'], outfile: 'dist/client.cjs', external: ['vscode'] }),
    build({
      ...shipped,
      platform: 'browser',
      format: 'iife',
      // The oldest supported editor shows webviews in this one.
      target: 'chrome122',
      entryPoints: { 'blast-radius': 'client/webview/view.ts' },
      outdir: 'dist',
    }),
    build({
      ...shipped,
      target: 'chrome122',
      entryPoints: { 'blast-radius': 'client/webview/view.css' },
      outdir: 'dist',
    }),
    build({ ...shipped, entryPoints: ['server/lsp/node.ts'], outfile: 'dist/server.cjs' }),
    build({
      ...shipped,
      entryPoints: ['server/cli/main.ts'],
      outfile: 'dist/cli.cjs',
      banner: { js: '#!/usr/bin/env node' },
    }),
  ]);
}

/** Bundles a suite that runs inside the editor's extension host into `outfile`; returns that path. */
export async function bundleSuite(entry: string, outfile: string): Promise<string> {
  await build({ ...shipped, minify: false, entryPoints: [entry], outfile, external: ['vscode'] });
  return outfile;
}
