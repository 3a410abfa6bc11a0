/**
 * Configurations of much, with the files that they count for. Each file is compared with each pattern of paths, of which a configuration has at most 2000,
 * and each namespace with each name that has stars, which 256 KB bound.
 */

import { rules } from '../../../rules/catalog/index.ts';
import { readConfiguration } from '../../../rules/engine/settings/configuration.ts';
import { defaultSettings } from '../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../rules/engine/workspace.ts';
import { Configurations } from '../../../server/host/configuration.ts';
import { memoryFiles } from '../../server/host/memory-files.ts';
import { type Family, filled, oneContainer, podOf, type TextFile, yamlFile } from './family.ts';

/** The first file is the configuration of the others. @returns the number of their findings. */
async function configured(files: readonly TextFile[]): Promise<number> {
  const configurations = new Configurations(
    memoryFiles(Object.fromEntries(files.map(({ path, text }) => [`/a/${path}`, text]))),
    rules,
  );
  const workspace = new Workspace(rules);
  let count = 0;
  for (const { path, text } of files.slice(1)) {
    const { settings } = await configurations.for(`/a/${path}`);
    workspace.update({ path: `/a/${path}`, text }, settings);
  }
  workspace.complete = true;
  workspace.refresh();
  for (const path of workspace.paths()) count += workspace.findings(path).length;
  return count;
}

/** Half is configuration, the other half files that it counts for; no configuration may have more than 256 KB. */
const configuration = (
  name: string,
  head: string,
  item: (i: number) => string,
  file: (i: number) => string = (i) => podOf(`p${i}`),
): Family => ({
  name,
  make: (size) => [
    { path: '.seaworthy.yaml', text: filled(size / 2, head, item) },
    ...Array.from({ length: Math.ceil(size / 800) }, (_, i) => ({ path: `p${i}.yaml`, text: file(i) })),
  ],
  run: configured,
});

const ids = rules.map(({ id }) => id);
const podIn = (i: number): string => podOf(`p${i}`).replace('metadata:\n', `metadata:\n  namespace: n${i}\n`);

export const settingsFamilies: readonly Family[] = [
  {
    name: 'a namespace of many stars',
    make: (size) =>
      yamlFile(
        `apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: ${'a'.repeat(size)}}\nspec:\n${oneContainer}`,
      ),
    settings: { ...defaultSettings, byNamespace: [{ names: ['a*a*a*a*a*b', `${'a*'.repeat(30)}b`], settings: {} }] },
  },
  configuration(
    'overrides for every path',
    'overrides:\n',
    (i) =>
      `  - paths: ["*"] # ${'so that few overrides are as long as many paths may be '.repeat(2)}\n    rules: {${ids[i % ids.length]}: low}\n`,
  ),
  configuration(
    'overrides for namespaces',
    'overrides:\n',
    (i) => `  - namespaces: ["n${i}"]\n    rules: {${ids[i % ids.length]}: low}\n`,
    podIn,
  ),
  configuration(
    'overrides for every namespace',
    'overrides:\n',
    (i) => `  - namespaces: ["n*"]\n    rules: {${ids[i % ids.length]}: low}\n`,
    podIn,
  ),
  configuration(
    'ignores of a configuration',
    'ignores:\n',
    (i) => `  - {rules: [image-without-tag], paths: ["p${i}.yaml"], reason: why${' '.repeat(60)}}\n`,
  ),
  configuration('allowed values', 'rules:\n  image-from-other-registry:\n    allow:\n', (i) => `      - nginx${i}\n`),
  configuration('registries of a configuration', 'registries:\n', (i) => `  - r${i}.example.com\n`),
  {
    name: 'unknown rules of a configuration',
    make: (size) => [
      { path: '.seaworthy.yaml', text: filled(size, 'rules:\n', (i) => `  privileged-containe${i}: off\n`) },
    ],
    run: ([file]) => readConfiguration(file?.text ?? '', rules, '2026-12-01').problems.length,
  },
  configuration('roots of a configuration', 'roots:\n', (i) => `  - clusters/*/c${i} # ${'a long name '.repeat(8)}\n`),
  configuration(
    'paths that are left alone',
    'ignorePaths:\n',
    (i) => `  - vendor/${i}/** # ${'a long name '.repeat(8)}\n`,
  ),
];
