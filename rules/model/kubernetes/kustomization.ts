/**
 * As much of a kustomization as tells which files are patches, which files belong to it and which namespace it sets.
 * Source: the Kustomization API reference (kustomize.config.k8s.io/v1beta1). Renders nothing.
 */
import { detachedRecord } from '../../text/detached.ts';
import { baseName, directoryOf, joinPath } from '../../text/path.ts';
import { Field } from '../../yaml/field.ts';
import type { YamlDocument } from '../../yaml/tree.ts';
import { type Labels, readLabels } from './labels.ts';

export interface Kustomization {
  /** Folder of the kustomization file. */
  readonly folder: string;
  readonly namespace: string | undefined;
  /** Files and folders whose objects it takes in, resolved. */
  readonly resources: readonly string[];
  /** Files that hold parts of objects, resolved. */
  readonly patches: readonly string[];
  /** Images, without tag, whose name, tag or digest it replaces. */
  readonly images: readonly { readonly name: string; readonly newName: string | undefined }[];
  /** Labels that it adds to pods. */
  readonly labels: Labels;
  /** Names of the ConfigMaps and Secrets it makes. */
  readonly generates: readonly string[];
}

export function isKustomizationName(path: string): boolean {
  return ['kustomization.yaml', 'kustomization.yml', 'Kustomization'].includes(baseName(path));
}

export function readKustomization(path: string, document: YamlDocument): Kustomization {
  const root = Field.root(document, true);
  const folder = directoryOf(path);
  const list = (key: string): string[] => root.at(key).items.flatMap((item) => item.string ?? []);
  const paths = (key: string): string[] => root.at(key).items.flatMap((item) => item.at('path').string ?? []);
  const resolve = (to: string): string[] => (isRemote(to) ? [] : [joinPath(folder, to)]);
  // Other files are judged by it long after its text changed.
  return detachedRecord({
    folder,
    namespace: root.at('namespace').string,
    resources: ['resources', 'bases', 'components'].flatMap(list).flatMap(resolve),
    // An item of patchesStrategicMerge may hold the patch itself; that is several lines of YAML, never a file.
    patches: [
      ...list('patchesStrategicMerge').filter((item) => !item.includes('\n')),
      ...paths('patches'),
      ...paths('patchesJson6902'),
    ].flatMap(resolve),
    images: root
      .at('images')
      .items.filter((image) => ['newName', 'newTag', 'digest'].some((key) => image.at(key).present))
      .flatMap((image) => {
        const name = image.at('name').string;
        return name === undefined ? [] : [{ name, newName: image.at('newName').string }];
      }),
    labels: Object.assign(
      {},
      readLabels(root.at('commonLabels')),
      ...root
        .at('labels')
        .items.filter((item) => item.at('includeSelectors').is(true) || item.at('includeTemplates').is(true))
        .map((item) => readLabels(item.at('pairs'))),
    ) as Labels,
    generates: ['configMapGenerator', 'secretGenerator'].flatMap((key) =>
      root.at(key).items.flatMap((item) => item.at('name').string ?? []),
    ),
  });
}

/** Those that take the file in, by its name or by its folder, and those that take these in. */
export function kustomizationsAround(file: string, kustomizations: readonly Kustomization[]): readonly Kustomization[] {
  const found = new Set<Kustomization>();
  const visit = (path: string): void => {
    for (const parent of kustomizations) {
      if (found.has(parent) || !parent.resources.includes(path)) continue;
      found.add(parent);
      visit(parent.folder);
    }
  };
  visit(file);
  return [...found];
}

/**
 * The one namespace that the kustomizations around a file give to its objects. Kustomize lets the outermost one win, so two
 * overlays with different namespaces leave it open.
 */
export function namespaceFor(file: string, kustomizations: readonly Kustomization[]): string | undefined {
  const outcomes = new Set<string | undefined>();
  const visit = (path: string, inner: string | undefined, seen: ReadonlySet<string>): void => {
    const parents = kustomizations.filter((k) => k.resources.includes(path) && !seen.has(k.folder));
    if (parents.length === 0) outcomes.add(inner);
    for (const parent of parents) visit(parent.folder, parent.namespace ?? inner, new Set([...seen, parent.folder]));
  };
  visit(file, undefined, new Set());
  // A file that no kustomization lists by name may still stand beside one that lists its folder.
  if (outcomes.size === 1 && outcomes.has(undefined)) {
    const own = kustomizations.find((k) => k.folder === directoryOf(file) && k.resources.includes(file));
    return own?.namespace;
  }
  return outcomes.size === 1 ? [...outcomes][0] : undefined;
}

/**
 * The labels that the kustomizations around a file add to its pods; undefined where two of them add different ones, so that it depends on which one
 * is built.
 */
export function labelsFor(file: string, kustomizations: readonly Kustomization[]): Labels | undefined {
  const added: Record<string, string> = {};
  for (const { labels } of kustomizationsAround(file, kustomizations)) {
    for (const [key, value] of Object.entries(labels)) {
      if (Object.hasOwn(added, key) && added[key] !== value) return undefined;
      added[key] = value;
    }
  }
  return added;
}

function isRemote(to: string): boolean {
  return /^[a-z]+:\/\/|^git@|^github\.com\//i.test(to) || to.includes('?ref=');
}
