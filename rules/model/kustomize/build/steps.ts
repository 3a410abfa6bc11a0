/** The fields of a kustomization that change objects, in the order in which Kustomize runs them. Source: api/internal/target/kusttarget_configplugin.go. */
import type { FieldSpec } from '../../../data/kustomize-fields.ts';
import type { Accumulator } from './accumulator.ts';
import { specOf } from './config.ts';
import { mergedSpecs } from './field-spec.ts';
import { at, isTrue, itemsAt, type MapNode, type Node, pairsAt } from './node.ts';
import { type PatchSource, patch, patchByOperations, patchStrategically } from './patches.ts';
import { runReplacements } from './plugins.ts';
import { addPairs, addToNames, replaceImages, setNamespace, setReplicas } from './transformers.ts';

/** @param note is told of each step that ran, by the name of its transformer. */
export function runFields(all: Accumulator, root: MapNode, source: PatchSource, note: (kind: string) => void): void {
  const { resources, config } = all;
  const { fields } = config;
  const step = (kind: string, run: () => void): void => {
    run();
    note(kind);
    resources.dropEmpty();
  };
  const each = (key: string, kind: string, run: (item: Node) => void): void => {
    for (const item of itemsAt(root, key)) step(kind, () => run(item));
  };
  const texts = itemsAt(root, 'patchesStrategicMerge').flatMap((item) => (item.kind === 'scalar' ? item.text : []));
  if (texts.length > 0) step('PatchStrategicMergeTransformer', () => patchStrategically(resources, texts, source));
  each('patches', 'PatchTransformer', (item) => patch(resources, item, source));
  const namespace = at(root, 'namespace');
  if (namespace?.kind === 'scalar' && namespace.text !== '')
    step('NamespaceTransformer', () => setNamespace(resources, namespace, fields.namespace));
  for (const [key, where, kind, specs] of [
    ['namePrefix', 'prefixes', 'PrefixTransformer', fields.namePrefix],
    ['nameSuffix', 'suffixes', 'SuffixTransformer', fields.nameSuffix],
  ] as const) {
    const added = at(root, key);
    if (added?.kind === 'scalar' && added.text !== '') step(kind, () => addToNames(resources, where, added, specs));
  }
  const common = pairsAt(root, 'commonLabels');
  each('labels', 'LabelTransformer', (item) => addPairs(resources, pairsAt(item, 'pairs'), labelSpecs(item, fields)));
  if (common.size > 0 || itemsAt(root, 'labels').length > 0)
    step('LabelTransformer', () => addPairs(resources, common, fields.commonLabels));
  const annotations = pairsAt(root, 'commonAnnotations');
  if (annotations.size > 0)
    step('AnnotationsTransformer', () => addPairs(resources, annotations, fields.commonAnnotations));
  each('patchesJson6902', 'PatchJson6902Transformer', (item) => patchByOperations(resources, item, source));
  each('replicas', 'ReplicaCountTransformer', (item) => {
    if (!source.isPartial || isThere(all, item)) setReplicas(resources, item, fields.replicas);
  });
  each('images', 'ImageTagTransformer', (item) => replaceImages(resources, item, fields.images));
  const replacements = itemsAt(root, 'replacements');
  if (replacements.length > 0) step('ReplacementTransformer', () => runReplacements(resources, replacements, source));
}

const isThere = ({ resources }: Accumulator, item: Node): boolean => {
  const name = at(item, 'name');
  return resources.all.some(({ allIds }) => allIds.some((id) => name?.kind === 'scalar' && id.name === name.text));
};

type Fields = Accumulator['config']['fields'];

function labelSpecs(item: Node, fields: Fields): readonly FieldSpec[] {
  let specs = mergedSpecs(itemsAt(item, 'fields').map(specOf), fields.labels);
  if (isTrue(at(item, 'includeSelectors'))) return mergedSpecs(specs, fields.commonLabels);
  if (isTrue(at(item, 'includeTemplates'))) specs = mergedSpecs(specs, fields.templateLabels);
  if (isTrue(at(item, 'includeVolumeClaimTemplates'))) specs = mergedSpecs(specs, fields.volumeClaimTemplateLabels);
  return mergedSpecs(specs, [{ path: 'metadata/labels', create: true }]);
}
