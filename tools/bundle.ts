/**
 * The bundles that ship, as esbuild builds them, with the licences of what they hold. Owns their entry points and targets; must not know who packs or
 * tests them.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { type Bundled, bundledPackages, noticesOf } from './notices.ts';
import { root } from './root.ts';

/** What the oldest supported editor and the oldest supported command line run. */
const target = 'node20';

const shipped = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target,
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
} satisfies BuildOptions;

/** Builds everything under dist/. @returns the packages that are in it. */
export async function bundle(): Promise<readonly Bundled[]> {
  const built = await Promise.all([
    build({ ...shipped, entryPoints: ['client/extension.ts'], outfile: 'dist/client.cjs', external: ['vscode'] }),
    build({
      ...shipped,
      platform: 'browser',
      format: 'iife',
      // The oldest supported editor shows webviews in this one.
      target: 'chrome122',
      entryPoints: { 'blast-radius': 'client/blast-radius/page/view.ts' },
      outdir: 'dist',
    }),
    build({
      ...shipped,
      target: 'chrome122',
      entryPoints: { 'blast-radius': 'client/blast-radius/page/view.css' },
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
  const packages = bundledPackages(built.map(({ metafile }) => metafile));
  writeFileSync(join(root, 'dist/ThirdPartyNotices.txt'), noticesOf(packages));
  return packages;
}

/** Bundles a suite that runs inside the editor's extension host into `outfile`; returns that path. */
export async function bundleSuite(entry: string, outfile: string): Promise<string> {
  await build({ ...shipped, minify: false, entryPoints: [entry], outfile, external: ['vscode'] });
  return outfile;
}
