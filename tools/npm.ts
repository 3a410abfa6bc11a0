/** The command line as a package for npm: what `npx seaworthy` runs, without the editor's parts. Owns what is in it. */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { root } from './root.ts';

const bundles = ['cli.cjs', 'server.cjs', 'rule-page.cjs', 'render-chart.cjs', 'mcp.cjs', 'ThirdPartyNotices.txt'];

/** Builds, and lays the package out. @param folder what is in it is replaced. @returns the folder. */
export async function packageCommandLine(folder = join(root, 'dist/npm')): Promise<string> {
  await bundle();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'dist'), { recursive: true });
  for (const name of bundles) copyFileSync(join(root, 'dist', name), join(folder, 'dist', name));
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  copyFileSync(join(root, 'docs/command-line.md'), join(folder, 'README.md'));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
  return folder;
}

function manifest(): object {
  const { name, version, license, bin, keywords, engines } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  return {
    name,
    version,
    description: 'Hardens Kubernetes manifests, Dockerfiles and Compose files',
    license,
    keywords,
    bin,
    files: ['dist'],
    engines: { node: engines.node },
    publishConfig: { access: 'public', provenance: true },
  };
}
