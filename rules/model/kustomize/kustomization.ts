/**
 * As much of a kustomization as tells which files are patches, which files belong to it and which namespace it sets; `kustomizations.ts` asks all of them.
 * Source: the Kustomization API reference (kustomize.config.k8s.io/v1beta1). Renders nothing.
 */
import { detachedRecord } from '../../text/detached.ts';
import { baseName, directoryOf, joinPath } from '../../text/path.ts';
import { Field } from '../../yaml/field.ts';
import { plainOf } from '../../yaml/plain-value.ts';
import type { YamlDocument } from '../../yaml/tree.ts';
import { type Labels, readLabels } from '../kubernetes/labels.ts';
import type { PatchTarget } from './patch.ts';

/** One kustomization; paths have `/` between their parts and begin where that of its file does. */
export interface Kustomization {
  /** Folder of the kustomization file. */
  readonly folder: string;
  readonly namespace: string | undefined;
  /** Files and folders whose objects it takes in, resolved. */
  readonly resources: readonly string[];
  /** Those of them that are components, in order. */
  readonly components: readonly string[];
  /** What it changes of all that it takes in, as JSON by field. */
  readonly changes: string;
  /** Files that hold parts of objects, resolved. */
  readonly patches: readonly string[];
  /** In the order in which they are applied. */
  readonly edits: readonly KustomizationEdit[];
  /** Images, without tag, whose name, tag or digest it replaces. */
  readonly images: readonly { readonly name: string; readonly newName: string | undefined }[];
  /** Labels that it adds to pods. */
  readonly labels: Labels;
  /** It adds labels to selectors, also where there is none. */
  readonly selects: boolean;
  /** Names of the ConfigMaps and Secrets it makes. */
  readonly generates: readonly string[];
}

/** Fields that change objects, in the order in which Kustomize runs them, but for those of annotations, images and replacements. */
export const changingFields = [
  ...['patchesStrategicMerge', 'patches', 'namespace', 'namePrefix', 'nameSuffix', 'labels', 'commonLabels'],
  ...['patchesJson6902', 'replicas'],
] as const;

/** A patch; without a file it is written in place, or not yet. */
export interface KustomizationEdit {
  readonly target: PatchTarget | undefined;
  readonly file?: string;
}

/** Names that the file of a kustomization may have. */
export const kustomizationNames: readonly string[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** @param path of a file. */
export function isKustomizationName(path: string): boolean {
  return kustomizationNames.includes(baseName(path));
}

/** @param path of the file. @returns plain data that keeps nothing of the text alive. */
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
    components: list('components').flatMap(resolve),
    changes: JSON.stringify(changesOf(root)),
    // An item of patchesStrategicMerge may hold the patch itself; that is several lines of YAML, never a file.
    patches: [
      ...list('patchesStrategicMerge').filter((item) => !item.includes('\n')),
      ...paths('patches'),
      ...paths('patchesJson6902'),
    ].flatMap(resolve),
    edits: patchEntriesOf(root).map(({ target, file }) => ({
      target,
      ...(file === undefined ? {} : { file: joinPath(folder, file) }),
    })),
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
    selects:
      root.at('commonLabels').present || root.at('labels').items.some((item) => item.at('includeSelectors').is(true)),
    generates: ['configMapGenerator', 'secretGenerator'].flatMap((key) =>
      root.at(key).items.flatMap((item) => item.at('name').string ?? []),
    ),
  });
}

const changesOf = (root: Field): object =>
  Object.fromEntries(
    changingFields.flatMap((key) => (root.at(key).present ? [[key, plainOf(root.at(key))] as const] : [])),
  );

/** All entries, of the old fields first. */
export const patchEntriesOf = (root: Field): readonly PatchEntry[] =>
  (['patchesStrategicMerge', 'patchesJson6902', 'patches'] as const).flatMap((key) => entriesOf(root, key));

/** One entry of a list of patches. */
export interface PatchEntry {
  /** The entry as it is written. */
  readonly field: Field;
  readonly target: PatchTarget | undefined;
  readonly file: string | undefined;
  /** The patch where it is written into the kustomization. */
  readonly patch: Field | undefined;
}

function entriesOf(root: Field, key: 'patches' | 'patchesStrategicMerge' | 'patchesJson6902'): readonly PatchEntry[] {
  return root.at(key).items.map((item) => {
    if (!item.isMap) {
      const text = item.string ?? '';
      return text.includes('\n')
        ? { field: item, target: undefined, file: undefined, patch: item }
        : { field: item, target: undefined, file: text === '' ? undefined : text, patch: undefined };
    }
    const patch = item.at('patch');
    return {
      field: item,
      target: targetOf(item.at('target')),
      file: item.at('path').string,
      patch: patch.present ? patch : undefined,
    };
  });
}

/** Patches that are written into a kustomization. */
export function inlinePatchesOf(
  root: Field,
): readonly { readonly target: PatchTarget | undefined; readonly patch: Field }[] {
  return (['patchesStrategicMerge', 'patchesJson6902', 'patches'] as const).flatMap((key) =>
    entriesOf(root, key).flatMap(({ target, patch }) => (patch === undefined ? [] : [{ target, patch }])),
  );
}

function targetOf(target: Field): PatchTarget | undefined {
  if (!target.isMap) return undefined;
  const [group, version, kind, name, namespace] = ['group', 'version', 'kind', 'name', 'namespace'].map(
    (key) => target.at(key).string,
  );
  const isSelected = target.at('labelSelector').present || target.at('annotationSelector').present;
  return { group, version, kind, name, namespace, ...(isSelected ? { isSelected } : {}) };
}

/** Whether an entry of a kustomization is no path of this machine. Kustomize documentation, "Remote targets". */
export function isRemote(to: string): boolean {
  return /^[a-z]+:\/\/|^git::|^git@|^gh:|^github\.com[:/]/i.test(to) || to.includes('?ref=');
}
