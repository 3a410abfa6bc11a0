/**
 * Names of what steps lead from and to: `deployment/NAMESPACE/NAME`, `sa/NAMESPACE/NAME`, `user/NAME`, `group/NAME`, `node-of:WORKLOAD`,
 * `secret/NAMESPACE/NAME`, `ns-admin/NAMESPACE`; sets have `*` in the place of a name. The only place where they are put together. Must not know a step.
 */

/** Whoever is in nothing yet. */
export const outside = 'outside';
/** All of the cluster. */
export const clusterAdmin = 'cluster-admin';
/** A node that happened to be it. */
export const someNode = 'node';
/** A node that somebody chose, as who starts pods does. */
export const chosenNode = 'node/*';
/** Whoever is on the node of any workload. */
export const nodeOfAny = 'node-of:*';
/** Whoever is here reaches every pod that is open to all. */
export const openNetwork = 'network';
/** What a node may do in its cloud. */
export const cloudOfNode = 'cloud:node-role';

/** Kinds of objects of which a namespace, or the cluster, has a set. */
export type SetKind = 'sa' | 'secret' | 'role';

/** A workload. @param kind as manifests write it. */
export const workloadVertex = (kind: string, namespace: string, name: string): string =>
  `${kind.toLowerCase()}/${namespace}/${name}`;

/** Somebody in some of the containers of a workload. @param containers their numbers. */
export const partOf = (workload: string, containers: readonly number[]): string =>
  `${workload}#${containers.join('+')}`;

/** @returns the workload of a vertex of `partOf`; other vertices as they are. */
export function wholeOf(name: string): string {
  const end = name.indexOf('#');
  return end < 0 ? name : name.slice(0, end);
}

/** An account, a Secret or a Role. */
export const objectVertex = (kind: SetKind, namespace: string, name: string): string => `${kind}/${namespace}/${name}`;

/** All of a kind in a namespace. @param namespace `*` for every one. */
export const setVertex = (kind: SetKind, namespace: string): string =>
  namespace === '*' ? `${kind}/*` : `${kind}/${namespace}/*`;

/** All pods of a namespace. @param namespace `*` for every one. */
export const podsVertex = (namespace: string): string => `pods/${namespace}`;

/** A pod by its own name. */
export const podVertex = (namespace: string, name: string): string => `pod/${namespace}/${name}`;

/** A container, which no way leads through. */
export const containerVertex = (namespace: string, name: string): string => `container/${namespace}/${name}`;

/** A user. @param name `*` for all. */
export const userVertex = (name: string): string => `user/${name}`;

/** A group. @param name `*` for all. */
export const groupVertex = (name: string): string => `group/${name}`;

/** A ClusterRole that somebody may bind. @param name `*` for all. @param at the namespace that it is held in; undefined for everywhere. */
export const clusterRoleVertex = (name: string, at: string | undefined): string =>
  `clusterrole/${name}${at === undefined ? '' : `@${at}`}`;

/** Everything in a namespace. @param namespace `*` for every one. */
export const adminVertex = (namespace: string): string => `ns-admin/${namespace}`;

/** A role in a cloud. */
export const cloudVertex = (role: string): string => `cloud:${role}`;

/** What of a node somebody has. */
export type NodePart = 'tokens' | 'processes' | 'files' | 'network';

/** The node of a workload, or a part of it. @param workload a vertex. */
export const nodeVertex = (workload: string, part?: NodePart): string =>
  part === undefined ? `node-of:${workload}` : `node-of:${workload}:${part}`;

/** @returns the workload of a vertex of `nodeVertex`, and the part; undefined for others. */
export function nodeNamed(name: string): { readonly workload: string; readonly part: string | undefined } | undefined {
  const [, workload, part] = /^node-of:([^:]*)(?::(.*))?$/.exec(name) ?? [];
  return workload === undefined ? undefined : { workload, part };
}

/** The pods that the scheduler puts on the same nodes. @param part `tokens` for the accounts of these. */
export const placedVertex = (number: number, part?: 'tokens'): string =>
  part === undefined ? `placed/${number}` : `placed/${number}:${part}`;

/** Whether it is one of `placedVertex`, whose numbers may change with any workload. */
export const isPlaced = (name: string): boolean => name.startsWith('placed/');

/** @returns the namespace of a vertex of `objectVertex`; undefined for others. */
export function namespaceOfObject(kind: SetKind, name: string): string | undefined {
  if (!name.startsWith(kind) || name[kind.length] !== '/') return undefined;
  const end = name.indexOf('/', kind.length + 1);
  return end < 0 ? undefined : name.slice(kind.length + 1, end);
}

/** Whether it is a user. */
export const isUser = (name: string): boolean => name.startsWith('user/');

/** Whether it is a group. */
export const isGroup = (name: string): boolean => name.startsWith('group/');
