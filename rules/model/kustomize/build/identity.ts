/** What an object is called: group, version, kind, name and namespace, as Kustomize compares them. Source: kyaml/resid. */
import { clusterKinds } from '../../../data/kustomize-schema.ts';

/** A kind; the empty text stands for what is not said. */
export interface Gvk {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** A kind, a name and a namespace. */
export interface Id extends Gvk {
  readonly name: string;
  readonly namespace: string;
}

/** @param apiVersion such as `apps/v1`. */
export function gvkOf(apiVersion: string, kind: string): Gvk {
  const cut = apiVersion.indexOf('/');
  return cut < 0
    ? { group: '', version: apiVersion, kind }
    : { group: apiVersion.slice(0, cut), version: apiVersion.slice(cut + 1), kind };
}

/** Such as `apps/v1`. */
const apiVersionOf = ({ group, version }: Gvk): string => (group === '' ? version : `${group}/${version}`);

/** Whether its objects certainly have no namespace. */
export const isClusterScoped = (gvk: Gvk): boolean => {
  const version = apiVersionOf(gvk);
  return Object.hasOwn(clusterKinds, version) && (clusterKinds[version] ?? []).includes(gvk.kind);
};

/** The namespace that counts: `default` where none is named, another mark where there cannot be one. */
export function effectiveNamespace(id: Id): string {
  if (isClusterScoped(id)) return '_non_namespaceable_';
  return id.namespace === '' ? 'default' : id.namespace;
}

/** Whether two are in the same namespace, or both in none. */
export const sameNamespace = (a: Id, b: Id): boolean => effectiveNamespace(a) === effectiveNamespace(b);

/** Whether group, version and kind are the same. */
export const sameKind = (a: Gvk, b: Gvk): boolean =>
  a.group === b.group && a.version === b.version && a.kind === b.kind;

/** Whether both name the same object. */
export const sameId = (a: Id, b: Id): boolean => a.name === b.name && sameKind(a, b) && sameNamespace(a, b);

/** Whether a kind is what a selector asks for; what it leaves out is any. */
export const isSelected = (gvk: Gvk, by: { readonly [Key in keyof Gvk]?: string | undefined }): boolean =>
  (['group', 'version', 'kind'] as const).every((key) => {
    const wanted = by[key] ?? '';
    return wanted === '' || wanted === gvk[key];
  });

/** For messages. */
export const shown = ({ kind, name, namespace }: Id): string =>
  `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`;
