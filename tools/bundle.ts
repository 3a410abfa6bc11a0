/**
 * The bundles that ship, as esbuild builds them, with the licences of what they hold. Owns their entry points and targets; must not know who packs or
 * tests them.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
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
} satisfies BuildOptions;

/** What the command line loads late is a bundle beside its own; within it, it would be loaded by each command. */
const late: Plugin = {
  name: 'late',
  setup({ onResolve }) {
    const beside = (filter: RegExp, path: string): void => onResolve({ filter }, () => ({ path, external: true }));
    beside(/lsp\/node\.ts$/, './server.cjs');
    beside(/\/rule-page\.ts$/, './rule-page.cjs');
    beside(/\/render-kustomization\.ts$/, './render-kustomization.cjs');
    beside(/\/render-chart\.ts$/, './render-chart.cjs');
    beside(/\/mcp\/sdk\.ts$/, './mcp.cjs');
  },
};

/** The same of what the extension starts, which has the pages of rules beside it. */
const lateTools: Plugin = {
  name: 'late-tools',
  setup({ onResolve }) {
    onResolve({ filter: /\.\/rule-page\.ts$/ }, () => ({ path: join(root, 'server/shipped-rule-page.ts') }));
    onResolve({ filter: /\/mcp\/sdk\.ts$/ }, () => ({ path: './mcp.cjs', external: true }));
  },
};

/** Leaves out the examples of rules, a third of them: only pages show these. The formatter says how they are written. */
const withoutExamples: Plugin = {
  name: 'without-examples',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]rules[\\/]catalog[\\/].+\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const contents = text.replace(/^ {2}examples: \{\n[\s\S]*?^ {2}\},\n/m, '  examples: { bad: [], good: [] },\n');
      return { contents, loader: 'ts' };
    });
  },
};

/** Of each page of the editor's panels. */
const pages = (file: string): { readonly [name: string]: string } =>
  Object.fromEntries(['attack-paths', 'blast-radius'].map((name) => [name, `client/pages/${name}/${file}`]));

/** Builds everything under dist/. @returns the packages that are in it. */
export async function bundle(): Promise<readonly Bundled[]> {
  const built = await Promise.all([
    make({ ...shipped, entryPoints: ['client/extension.ts'], outfile: 'dist/client.cjs', external: ['vscode'] }),
    make({
      ...shipped,
      platform: 'browser',
      format: 'iife',
      // The oldest supported editor shows webviews in this one.
      target: 'chrome122',
      entryPoints: pages('view.ts'),
      outdir: 'dist',
    }),
    make({
      ...shipped,
      target: 'chrome122',
      entryPoints: pages('view.css'),
      outdir: 'dist',
    }),
    make({
      ...shipped,
      entryPoints: ['server/editor.ts'],
      outfile: 'dist/server.cjs',
      plugins: [lateTools, withoutExamples],
    }),
    make({ ...shipped, entryPoints: ['server/cli/rule-page.ts'], outfile: 'dist/rule-page.cjs' }),
    make({ ...shipped, entryPoints: ['server/cli/render-chart.ts'], outfile: 'dist/render-chart.cjs' }),
    make({ ...shipped, entryPoints: ['server/cli/mcp/sdk.ts'], outfile: 'dist/mcp.cjs' }),
    make({
      ...shipped,
      entryPoints: ['server/cli/render-kustomization.ts'],
      outfile: 'dist/render-kustomization.cjs',
    }),
    make({
      ...shipped,
      entryPoints: ['server/cli/main.ts'],
      outfile: 'dist/cli.cjs',
      banner: { js: '#!/usr/bin/env node' },
      plugins: [late, withoutExamples],
    }),
  ]);
  const packages = bundledPackages(built);
  write(join(root, 'dist/ThirdPartyNotices.txt'), Buffer.from(noticesOf(packages)));
  return packages;
}

/** @returns what the bundle is made of. */
async function make(options: BuildOptions): Promise<Metafile> {
  const { outputFiles, metafile } = await build({ ...options, metafile: true, write: false });
  for (const { path, contents } of outputFiles) write(path, contents);
  return metafile;
}

/** What is as it should be is left alone: tests may be running it. */
function write(path: string, contents: Uint8Array): void {
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}

/** Bundles a suite that runs inside the editor's extension host into `outfile`; returns that path. */
export async function bundleSuite(entry: string, outfile: string): Promise<string> {
  await build({ ...shipped, minify: false, entryPoints: [entry], outfile, external: ['vscode'] });
  return outfile;
}
