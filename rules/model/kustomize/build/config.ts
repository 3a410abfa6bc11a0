/** Which fields the transformers of a kustomization change: Kustomize's own, and what configurations and CRDs add. Source: api/internal/plugins/builtinconfig. */
import { type FieldSpec, kustomizeFields, type NameReference, nameReferences } from '../../../data/kustomize-fields.ts';
import { KustomizeError } from './errors.ts';
import { mergedSpecs } from './field-spec.ts';
import { sameKind } from './identity.ts';
import { at, isTrue, itemsAt, type Node, textAt } from './node.ts';
import { readNodes } from './read.ts';

type FieldKey = keyof typeof kustomizeFields;

/** Fields by transformer, and the references to names. */
export interface Config {
  readonly fields: Readonly<Record<FieldKey, readonly FieldSpec[]>>;
  readonly references: readonly NameReference[];
}

const fieldKeys = Object.keys(kustomizeFields) as FieldKey[];
const fieldsOf = (specs: (key: FieldKey) => readonly FieldSpec[]): Config['fields'] =>
  Object.fromEntries(fieldKeys.map((key) => [key, specs(key)])) as Config['fields'];

/** Nothing is changed. */
export const emptyConfig: Config = { fields: fieldsOf(() => []), references: [] };

/** In the order in which Kustomize goes through kinds, which decides which of two specifications is left. Source: kyaml/resid/gvk.go. */
const first = [
  ...['Namespace', 'ResourceQuota', 'StorageClass', 'CustomResourceDefinition', 'ServiceAccount', 'PodSecurityPolicy'],
  ...['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding', 'ConfigMap', 'Secret', 'Endpoints', 'Service'],
  ...['LimitRange', 'PriorityClass', 'PersistentVolume', 'PersistentVolumeClaim', 'Deployment', 'StatefulSet'],
  ...['CronJob', 'PodDisruptionBudget'],
];
const last = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'];

interface Kinded {
  readonly group?: string;
  readonly version?: string;
  readonly kind?: string;
}

function sorted<T extends Kinded>(specs: readonly T[]): readonly T[] {
  const order = ({ kind = '' }: Kinded): number =>
    first.includes(kind) ? first.indexOf(kind) - first.length : last.indexOf(kind) + 1;
  const text = ({ group, version, kind }: Kinded): string => `${group || '~G'}_${version || '~V'}_${kind || '~K'}`;
  return specs.toSorted((a, b) => order(a) - order(b) || (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0));
}

/** @throws KustomizeError where they disagree on a field. */
export function mergedConfig(a: Config, b: Config): Config {
  // Nothing is added to a configuration by itself.
  if (a === b || b === emptyConfig || (a === emptyConfig && b === usualConfig)) return a === emptyConfig ? b : a;
  const references = [...a.references];
  for (const reference of b.references) {
    const index = references.findIndex((one) => sameKind(filled(one), filled(reference)));
    const same = references[index];
    if (same === undefined) references.push(reference);
    else references[index] = { ...same, fieldSpecs: mergedSpecs(same.fieldSpecs, reference.fieldSpecs) };
  }
  return {
    fields: fieldsOf((key) => sorted(mergedSpecs(a.fields[key], b.fields[key]))),
    references: sorted(references),
  };
}

/** What Kustomize changes without any configuration. */
export const usualConfig: Config = {
  fields: fieldsOf((key) => sorted<FieldSpec>(kustomizeFields[key])),
  references: sorted(nameReferences),
};

const filled = ({
  group = '',
  version = '',
  kind = '',
}: NameReference): { group: string; version: string; kind: string } => ({
  group,
  version,
  kind,
});

/** @param text of a file of `configurations`. @throws KustomizeError for keys that nobody knows. */
export function readConfig(text: string, path: string): Config {
  const [root] = readNodes(text, path, 'booleans');
  if (root === undefined) return emptyConfig;
  if (root.kind !== 'map') throw new KustomizeError(`${path} is no configuration`);
  const names = [...fieldKeys, 'nameReference'];
  const byName = new Map<string, Node>();
  for (const [key, value] of root.entries) {
    const name = names.find((one) => one.toLowerCase() === key.toLowerCase());
    if (name === undefined) throw new KustomizeError(`unknown field ${key} in ${path}`);
    byName.set(name, value);
  }
  const list = (name: string): readonly Node[] => {
    const value = byName.get(name);
    return value?.kind === 'list' ? value.items : [];
  };
  return {
    fields: fieldsOf((key) => sorted(list(key).map(specOf))),
    references: sorted(
      list('nameReference').map((item) => ({
        ...kindOf(item),
        fieldSpecs: itemsAt(item, 'fieldSpecs').map(specOf),
      })),
    ),
  };
}

/** @param item a field specification as it is written. */
export function specOf(item: Node): FieldSpec {
  return { ...kindOf(item), path: textAt(item, 'path') ?? '', create: isTrue(at(item, 'create')) };
}

function kindOf(item: Node): Partial<Record<'group' | 'version' | 'kind', string>> {
  return Object.fromEntries(
    ['group', 'version', 'kind'].flatMap((key) => {
      const value = textAt(item, key);
      return value === undefined || value === '' ? [] : [[key, value]];
    }),
  );
}

/** Levels of types within types. */
const deepest = 20;

/** @param text of a file of `crds`: OpenAPI definitions by name. */
export function readCrds(text: string, path: string): Config {
  const [root] = readNodes(text, path, 'booleans');
  const found: Record<'commonAnnotations' | 'commonLabels' | 'namePrefix', FieldSpec[]> = {
    commonAnnotations: [],
    commonLabels: [],
    namePrefix: [],
  };
  const references: NameReference[] = [];
  const read = (name: string, kind: string, above: readonly string[]): void => {
    const properties = at(root, name, 'Schema', 'properties');
    if (properties?.kind !== 'map' || above.length > deepest) return;
    for (const [key, property] of properties.entries) {
      const keys = [...above, key];
      const spec = { kind, path: keys.join('/') };
      if (at(property, 'x-kubernetes-annotation') !== undefined) found.commonAnnotations.push(spec);
      if (at(property, 'x-kubernetes-label-selector') !== undefined) found.commonLabels.push(spec);
      if (at(property, 'x-kubernetes-identity') !== undefined) found.namePrefix.push(spec);
      const version = textAt(property, 'x-kubernetes-object-ref-api-version');
      const target = textAt(property, 'x-kubernetes-object-ref-kind');
      const nameKey = textAt(property, 'x-kubernetes-object-ref-name-key') ?? 'name';
      if (version !== undefined && target !== undefined)
        references.push({ kind: target, version, fieldSpecs: [{ kind, path: [...keys, nameKey].join('/') }] });
      const inner = textAt(property, '$ref');
      if (inner !== undefined) read(inner, kind, keys);
    }
  };
  if (root?.kind === 'map')
    for (const name of root.entries.keys()) {
      const isKind = ['kind', 'apiVersion', 'metadata'].every(
        (key) => at(root, name, 'Schema', 'properties', key) !== undefined,
      );
      if (isKind) read(name, name.split('.').at(-1) ?? name, []);
    }
  return { fields: fieldsOf((key) => (key in found ? found[key as keyof typeof found] : [])), references };
}
