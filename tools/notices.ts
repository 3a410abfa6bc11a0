/**
 * The licences of what the bundles hold, as a text that ships with them. Goes by what esbuild says that it took, not by what is declared. Must not know
 * what is bundled.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Metafile } from 'esbuild';
import { root } from './root.ts';

export interface Bundled {
  readonly name: string;
  readonly version: string;
  /** Absolute path. */
  readonly folder: string;
}

/** Packages of which at least a byte stands in an output, in the order of their names. */
export function bundledPackages(metafiles: readonly Metafile[]): readonly Bundled[] {
  const folders = new Set<string>();
  for (const { outputs } of metafiles)
    for (const { inputs } of Object.values(outputs))
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^.*(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
        if (folder !== undefined && bytesInOutput > 0) folders.add(resolve(root, folder));
      }
  const packages = [...folders].map((folder): Bundled => {
    const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Bundled;
    return { name, version, folder };
  });
  return packages.sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

/** Begins the part of a package; in the texts of licences no line looks like it. */
export const headOf = ({ name, version }: Pick<Bundled, 'name' | 'version'>): string => `==== ${name} ${version}`;

/** One part for each package: its licence, and what it has to say itself of others. @throws when a package has no licence. */
export function noticesOf(packages: readonly Bundled[]): string {
  const parts = packages.map((bundled) => {
    const texts = readdirSync(bundled.folder)
      .filter((file) => /^(?:licen[cs]e|copying|notice|third-?party-?notices)(?:[.-]|$)/i.test(file))
      .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
      .map((file) => readFileSync(`${bundled.folder}/${file}`, 'utf8').replaceAll(/\r\n?/g, '\n').trim());
    if (texts.length === 0) throw new Error(`${bundled.name} is bundled, and its package holds no licence.`);
    return `${headOf(bundled)}\n\n${texts.join('\n\n')}\n`;
  });
  return `Seaworthy holds parts of the packages below, under their own licences.\n\n${parts.join('\n')}`;
}
