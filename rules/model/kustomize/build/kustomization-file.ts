/** The file of a kustomization as nodes, checked as Kustomize checks it: no unknown fields, one file a folder. Source: api/types/kustomization.go. */
import { joinPath } from '../../../text/path.ts';
import { kustomizationNames } from '../kustomization.ts';
import { KustomizeError } from './errors.ts';
import { at, itemsAt, listNode, type MapNode, mapNode, type Node, pairsAt, textAt } from './node.ts';
import { readNodes } from './read.ts';

const fields = [
  ...['apiVersion', 'kind', 'metadata', 'openapi', 'namePrefix', 'nameSuffix', 'namespace', 'commonLabels', 'labels'],
  ...['commonAnnotations', 'patchesStrategicMerge', 'patchesJson6902', 'patches', 'images', 'imageTags'],
  ...['replacements', 'replicas', 'vars', 'sortOptions', 'resources', 'components', 'crds', 'bases'],
  ...['configMapGenerator', 'secretGenerator', 'helmGlobals', 'helmCharts', 'helmChartInflationGenerator'],
  ...['generatorOptions', 'configurations', 'generators', 'transformers', 'validators', 'buildMetadata'],
];
const byLowerCase = new Map(fields.map((field) => [field.toLowerCase(), field]));

/** Reads files by their paths. */
export interface KustomizeFiles {
  /** @param path with `/` between its parts. @returns undefined where there is no such file, or it is no text. */
  readonly read: (path: string) => string | undefined;
}

/** A kustomization on its way through a build. */
export interface KustomizationFile {
  readonly folder: string;
  /** Name of the file in the folder. */
  readonly name: string;
  readonly root: MapNode;
  readonly isComponent: boolean;
}

/** @returns undefined where the folder has none. @throws KustomizeError for what Kustomize refuses. */
export function readKustomizationFile(files: KustomizeFiles, folder: string): KustomizationFile | undefined {
  const found = kustomizationNames.flatMap((name) => {
    const text = files.read(joinPath(folder, name));
    return text === undefined ? [] : [{ name, text }];
  });
  const [file, second] = found;
  if (file === undefined) return undefined;
  if (second !== undefined) throw new KustomizeError(`${folder} has two kustomizations: ${file.name}, ${second.name}`);
  const path = joinPath(folder, file.name);
  const [document] = readNodes(file.text, path, 'booleans');
  if (document !== undefined && document.kind !== 'map') throw new KustomizeError(`${path} is no kustomization`);
  const root = named(document ?? mapNode(), path);
  const kind = textAt(root, 'kind') ?? 'Kustomization';
  if (kind !== 'Kustomization' && kind !== 'Component')
    throw new KustomizeError(`${path} has another kind than Kustomization or Component: ${kind}`);
  const isComponent = kind === 'Component';
  const version = `kustomize.config.k8s.io/${isComponent ? 'v1alpha1' : 'v1beta1'}`;
  if ((textAt(root, 'apiVersion') ?? version) !== version)
    throw new KustomizeError(`${path} has another apiVersion than ${version}`);
  if ([...root.entries.keys()].every((key) => key === 'kind' || key === 'apiVersion'))
    throw new KustomizeError(`${path} is empty`);
  checkTexts(root, path);
  return { folder, name: file.name, root, isComponent };
}

/** What is no text, such as a number, is no name and no label: Kustomize does not read it. */
function checkTexts(root: MapNode, path: string): void {
  const demand = (node: Node | undefined, what: string): void => {
    if (node?.kind !== 'scalar' || node.value === null || typeof node.value === 'string') return;
    throw new KustomizeError(`${what} is no text in ${path}: ${node.text}`);
  };
  for (const key of ['namePrefix', 'nameSuffix', 'namespace']) demand(at(root, key), key);
  for (const key of ['commonLabels', 'commonAnnotations'])
    for (const [, value] of pairsAt(root, key)) demand(value, key);
  for (const label of itemsAt(root, 'labels')) for (const [, value] of pairsAt(label, 'pairs')) demand(value, 'labels');
  for (const key of ['resources', 'components', 'patchesStrategicMerge'])
    for (const item of itemsAt(root, key)) demand(item, key);
  for (const generator of ['configMapGenerator', 'secretGenerator'])
    for (const item of itemsAt(root, generator)) {
      for (const key of ['name', 'namespace']) demand(at(item, key), key);
      for (const key of ['literals', 'files', 'envs']) for (const text of itemsAt(item, key)) demand(text, key);
    }
}

/** Fields by the names they have in its type: Kustomize reads them in any case. */
function named(document: MapNode, path: string): MapNode {
  const root = mapNode(document.origin);
  for (const [key, value] of document.entries) {
    const field = byLowerCase.get(key.toLowerCase());
    if (field === undefined) throw new KustomizeError(`unknown field ${key} in ${path}`);
    root.entries.set(field, value);
  }
  append(root, 'resources', itemsAt(root, 'bases'));
  append(root, 'images', itemsAt(root, 'imageTags'));
  return root;
}

function append(root: MapNode, key: string, more: readonly Node[]): void {
  if (more.length > 0) root.entries.set(key, listNode([...itemsAt(root, key), ...more], at(root, key)?.origin));
}
