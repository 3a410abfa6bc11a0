/**
 * The transformers and generators of Kustomize itself where they are written as objects (`transformers`, `generators`). Programs are never run.
 * Source: api/internal/plugins/builtinhelpers.
 */
import type { FieldSpec } from '../../../data/kustomize-fields.ts';
import { specOf } from './config.ts';
import { KustomizeError, UnknownError } from './errors.ts';
import { addHash, generated } from './generators.ts';
import {
  at,
  isTrue,
  itemsAt,
  mapAt,
  mapNode,
  type Node,
  nodeOfJson,
  pairsAt,
  type ScalarNode,
  textAt,
  textNode,
} from './node.ts';
import { type PatchSource, readJsonPatch, readPatch, readStrategicPatch } from './patches.ts';
import { replace } from './replacements.ts';
import { Resource } from './resource.ts';
import type { Resources } from './resources.ts';
import { addPairs, addToNames, replaceImages, type Subjects, setNamespace, setReplicas } from './transformers.ts';

type Run = (resources: Resources, config: Node, source: PatchSource) => void;

const specsOf = (config: Node): readonly FieldSpec[] => itemsAt(config, 'fieldSpecs').map(specOf);

const scalarAt = (config: Node, ...keys: readonly string[]): ScalarNode => {
  const found = at(config, ...keys);
  return found?.kind === 'scalar' ? found : textNode('');
};

const subjectModes: readonly string[] = ['defaultOnly', 'allServiceAccounts', 'none'];

const transformers: Readonly<Record<string, Run>> = {
  AnnotationsTransformer: (resources, config) => addPairs(resources, pairsAt(config, 'annotations'), specsOf(config)),
  LabelTransformer: (resources, config) => addPairs(resources, pairsAt(config, 'labels'), specsOf(config)),
  HashTransformer: (resources) => {
    for (const resource of resources.all) addHash(resource);
  },
  ImageTagTransformer: (resources, config) =>
    replaceImages(resources, at(config, 'imageTag') ?? mapNode(), specsOf(config)),
  NamespaceTransformer: (resources, config) => {
    const mode = textAt(config, 'setRoleBindingSubjects') || 'defaultOnly';
    if (!subjectModes.includes(mode)) throw new KustomizeError(`setRoleBindingSubjects cannot be ${mode}`);
    const isUnsetOnly = isTrue(at(config, 'unsetOnly'));
    setNamespace(resources, scalarAt(config, 'metadata', 'namespace'), specsOf(config), mode as Subjects, isUnsetOnly);
  },
  PatchTransformer: (resources, config, source) => void readPatch(config, source).run(resources),
  PatchStrategicMergeTransformer: (resources, config, source) => {
    const paths = itemsAt(config, 'paths').flatMap((item) => (item.kind === 'scalar' ? item.text : []));
    const own = textAt(config, 'patches');
    const texts = own === undefined ? paths : [...paths, own];
    for (const patch of texts.map((text) => readStrategicPatch(text, source))) patch.run(resources);
  },
  PatchJson6902Transformer: (resources, config, source) => void readJsonPatch(config, source).run(resources),
  PrefixTransformer: (resources, config) =>
    addToNames(resources, 'prefixes', scalarAt(config, 'prefix'), specsOf(config)),
  SuffixTransformer: (resources, config) =>
    addToNames(resources, 'suffixes', scalarAt(config, 'suffix'), specsOf(config)),
  PrefixSuffixTransformer: (resources, config) => {
    addToNames(resources, 'prefixes', scalarAt(config, 'prefix'), specsOf(config));
    addToNames(resources, 'suffixes', scalarAt(config, 'suffix'), specsOf(config));
  },
  ReplicaCountTransformer: (resources, config) =>
    setReplicas(resources, at(config, 'replica') ?? mapNode(), specsOf(config)),
  ReplacementTransformer: (resources, config, source) =>
    runReplacements(resources, itemsAt(config, 'replacements'), source),
};

/** @param entries of `replacements`: each in place, or a file of one or several. */
export function runReplacements(resources: Resources, entries: readonly Node[], source: PatchSource): void {
  for (const entry of entries) {
    const path = textAt(entry, 'path');
    if (path === undefined || path === '') replace(resources, entry);
    else for (const one of source.nodes(path)) replace(resources, one);
  }
}

/** Runs a transformer that is written as an object. @throws UnknownError for a program, or one that is not read. */
export function transform(resources: Resources, config: Resource, source: PatchSource): void {
  const run = Object.hasOwn(transformers, config.kind) ? transformers[config.kind] : undefined;
  if (config.apiVersion !== 'builtin' || run === undefined)
    throw new UnknownError(`the transformer ${config.kind} is a program, or is not read`);
  run(resources, config.node, source);
  resources.dropEmpty();
}

/** What a generator makes that is written as an object. @throws UnknownError for a program. */
export function generate(config: Resource, source: PatchSource): readonly Resource[] {
  const { kind, name, namespace, node } = config;
  const isOwn = config.apiVersion === 'builtin';
  if (isOwn && (kind === 'ConfigMapGenerator' || kind === 'SecretGenerator')) {
    const made = kind === 'ConfigMapGenerator' ? 'ConfigMap' : 'Secret';
    const names = { name: textAt(node, 'name') || name, namespace: textAt(node, 'namespace') || namespace };
    return [generated(made, node, names, undefined, source.file)];
  }
  if (isOwn && kind === 'IAMPolicyGenerator' && textAt(node, 'cloud') === 'gke') return [serviceAccount(node)];
  throw new UnknownError(`the generator ${kind} is a program, or is not read`);
}

function serviceAccount(config: Node): Resource {
  const [name, namespace, account, project] = [
    ['kubernetesService', 'name'],
    ['kubernetesService', 'namespace'],
    ['serviceAccount', 'name'],
    ['serviceAccount', 'projectId'],
  ].map((keys) => textAt(config, ...keys) ?? '');
  const node = mapNode(config.origin);
  node.entries.set('apiVersion', textNode('v1'));
  node.entries.set('kind', textNode('ServiceAccount'));
  const metadata = mapAt(node, 'metadata');
  metadata.entries.set('name', textNode(name ?? ''));
  if (namespace) metadata.entries.set('namespace', textNode(namespace));
  const annotation = { 'iam.gke.io/gcp-service-account': `${account}@${project}.iam.gserviceaccount.com` };
  metadata.entries.set('annotations', nodeOfJson(annotation));
  return new Resource(node);
}
