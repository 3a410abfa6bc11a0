/** The fields of a kustomization that change objects, in the order in which Kustomize runs them. Source: api/internal/target/kusttarget_configplugin.go. */
import type { FieldSpec } from '../../../data/kustomize-fields.ts';
import type { Accumulator } from './accumulator.ts';
import { specOf } from './config.ts';
import { mergedSpecs } from './field-spec.ts';
import { at, isTrue, itemsAt, type MapNode, type Node, pairsAt, textAt } from './node.ts';
import { type PatchSource, type ReadPatch, readJsonPatch, readPatch, readStrategicPatch } from './patches.ts';
import { runReplacements } from './plugins.ts';
import { addPairs, addToNames, replaceImages, setNamespace, setReplicas } from './transformers.ts';

/** What one entry of a kustomization's fields does. */
export interface Step {
  /** The transformer that it is a part of; undefined where the same one goes on. */
  readonly transformer: string | undefined;
  /** @returns how many objects it was for, where it is a patch or sets replicas; undefined where it is for all. */
  readonly run: (all: Accumulator) => number | undefined;
  /** Reads a patch. @returns names of all that it may be for; undefined where that may be anything, or the patch cannot be read. */
  readonly names: () => readonly string[] | undefined;
}

/** @param note is told of each transformer that ran, by its name. */
export function runFields(all: Accumulator, root: MapNode, source: PatchSource, note: (kind: string) => void): void {
  for (const { transformer, run } of stepsOf(root, source)) {
    run(all);
    if (transformer !== undefined) note(transformer);
    all.resources.dropEmpty();
  }
}

/** @param root of a kustomization. @returns its steps in order; what they name is read once one is asked. */
export function stepsOf(root: MapNode, source: PatchSource): readonly Step[] {
  const each = (key: string, step: (item: Node) => Step): readonly Step[] => itemsAt(root, key).map(step);
  const texts = itemsAt(root, 'patchesStrategicMerge').flatMap((item) => (item.kind === 'scalar' ? item.text : []));
  return [
    ...texts.map((text, at) =>
      patchStep(at === texts.length - 1 ? 'PatchStrategicMergeTransformer' : undefined, () =>
        readStrategicPatch(text, source),
      ),
    ),
    ...each('patches', (item) => patchStep('PatchTransformer', () => readPatch(item, source))),
    ...nameSteps(root),
    ...labelSteps(root),
    ...each('patchesJson6902', (item) => patchStep('PatchJson6902Transformer', () => readJsonPatch(item, source))),
    ...each('replicas', (item) => replicaStep(item, source)),
    ...each('images', (item) =>
      general('ImageTagTransformer', ({ resources, config: { fields } }) =>
        replaceImages(resources, item, fields.images),
      ),
    ),
    ...replacementSteps(root, source),
  ];
}

const general = (transformer: string | undefined, change: (all: Accumulator) => void): Step => ({
  transformer,
  run: (all) => void change(all),
  names: () => undefined,
});

function patchStep(transformer: string | undefined, read: () => ReadPatch): Step {
  let known: ReadPatch | undefined;
  const patch = (): ReadPatch => {
    known ??= read();
    return known;
  };
  return { transformer, run: ({ resources }) => patch().run(resources), names: () => patch().names };
}

function nameSteps(root: MapNode): readonly Step[] {
  const steps: Step[] = [];
  const namespace = at(root, 'namespace');
  if (namespace?.kind === 'scalar' && namespace.text !== '')
    steps.push(
      general('NamespaceTransformer', ({ resources, config: { fields } }) =>
        setNamespace(resources, namespace, fields.namespace),
      ),
    );
  for (const [key, where, kind] of [
    ['namePrefix', 'prefixes', 'PrefixTransformer'],
    ['nameSuffix', 'suffixes', 'SuffixTransformer'],
  ] as const) {
    const added = at(root, key);
    if (added?.kind === 'scalar' && added.text !== '')
      steps.push(
        general(kind, ({ resources, config: { fields } }) => addToNames(resources, where, added, fields[key])),
      );
  }
  return steps;
}

function labelSteps(root: MapNode): readonly Step[] {
  const steps = itemsAt(root, 'labels').map((item) =>
    general('LabelTransformer', ({ resources, config: { fields } }) =>
      addPairs(resources, pairsAt(item, 'pairs'), labelSpecs(item, fields)),
    ),
  );
  const common = pairsAt(root, 'commonLabels');
  if (common.size > 0 || steps.length > 0)
    steps.push(
      general('LabelTransformer', ({ resources, config: { fields } }) =>
        addPairs(resources, common, fields.commonLabels),
      ),
    );
  const annotations = pairsAt(root, 'commonAnnotations');
  if (annotations.size > 0)
    steps.push(
      general('AnnotationsTransformer', ({ resources, config: { fields } }) =>
        addPairs(resources, annotations, fields.commonAnnotations),
      ),
    );
  return steps;
}

const replicaStep = (item: Node, source: PatchSource): Step => ({
  transformer: 'ReplicaCountTransformer',
  run: (all) => {
    const { resources, config } = all;
    if (source.isPartial && !isThere(all, item)) return 0;
    setReplicas(resources, item, config.fields.replicas);
    return 1;
  },
  names: () => [textAt(item, 'name') ?? ''],
});

function replacementSteps(root: MapNode, source: PatchSource): readonly Step[] {
  const replacements = itemsAt(root, 'replacements');
  if (replacements.length === 0) return [];
  return [general('ReplacementTransformer', ({ resources }) => runReplacements(resources, replacements, source))];
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
