/**
 * Lists that a strategic merge patch replaces as a whole, though what stands in them are things each for itself: who writes one item there means to add it.
 * Lists of texts that belong together, such as the arguments of a command, are none of them. Source: the schema in `rules/data/kustomize-schema.ts`.
 */
import type { Field } from '../../yaml/field.ts';
import { plainOf } from '../../yaml/plain-value.ts';
import type { Resource } from '../kubernetes/resource.ts';

/** A list with what is in it. */
export interface ReplacedList {
  /** Where it stands in its object; containers are told apart by their names. */
  readonly path: string;
  /** Its items as JSON. */
  readonly items: readonly string[];
  readonly field: Field;
}

const ofObjects: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Role: [['rules']],
  ClusterRole: [['rules']],
  RoleBinding: [['subjects']],
  ClusterRoleBinding: [['subjects']],
  NetworkPolicy: [
    ['spec', 'ingress'],
    ['spec', 'egress'],
  ],
  Ingress: [
    ['spec', 'rules'],
    ['spec', 'tls'],
  ],
  ServiceAccount: [['imagePullSecrets']],
};

const ofPods: readonly (readonly string[])[] = [
  ['tolerations'],
  ['securityContext', 'sysctls'],
  ['securityContext', 'supplementalGroups'],
];
const ofContainers: readonly (readonly string[])[] = [
  ['envFrom'],
  ['securityContext', 'capabilities', 'drop'],
  ['securityContext', 'capabilities', 'add'],
];

/** Items of a list above which nobody compares them. */
const mostItems = 200;

/** @returns the lists that are written in an object or a part of one, without those that are not known. */
export function replacedListsOf(resource: Resource): readonly ReplacedList[] {
  const found: ReplacedList[] = [];
  const add = (holder: Field, keys: readonly string[], above: string): void => {
    const field = keys.reduce((at, key) => at.at(key), holder);
    if (!field.isList || field.items.length > mostItems) return;
    const items = field.items.map(plainOf);
    if (items.includes(undefined)) return;
    found.push({ path: `${above}${keys.join('.')}`, items: items.map((item) => JSON.stringify(item)), field });
  };
  const own = Object.hasOwn(ofObjects, resource.kind) ? ofObjects[resource.kind] : undefined;
  for (const keys of own ?? []) add(resource.field, keys, '');
  for (const { spec, containers } of resource.pods) {
    for (const keys of ofPods) add(spec, keys, '');
    for (const { name, field } of containers) for (const keys of ofContainers) add(field, keys, `containers.${name}.`);
  }
  return found;
}
