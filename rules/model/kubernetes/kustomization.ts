/**
 * As much of a kustomization as tells which files are patches, which files belong to it and which namespace it sets.
 * Source: the Kustomization API reference (kustomize.config.k8s.io/v1beta1). Renders nothing.
 */
import { baseName, directoryOf, joinPath } from '../../text/path.ts';
import { Field } from '../../yaml/field.ts';
import type { YamlDocument } from '../../yaml/tree.ts';

export interface Kustomization {
  /** Folder of the kustomization file. */
  readonly folder: string;
  readonly namespace: string | undefined;
  /** Files and folders whose objects it takes in, resolved. */
  readonly resources: readonly string[];
  /** Files that hold parts of objects, resolved. */
  readonly patches: readonly string[];
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
  return {
    folder,
    namespace: root.at('namespace').string,
    resources: ['resources', 'bases', 'components'].flatMap(list).flatMap(resolve),
    // An item of patchesStrategicMerge may hold the patch itself; that is several lines of YAML, never a file.
    patches: [
      ...list('patchesStrategicMerge').filter((item) => !item.includes('\n')),
      ...paths('patches'),
      ...paths('patchesJson6902'),
    ].flatMap(resolve),
  };
}

function isRemote(to: string): boolean {
  return /^[a-z]+:\/\/|^git@|^github\.com\//i.test(to) || to.includes('?ref=');
}
