/** Objects for tests of attack paths, written short, and the steps that they give. JSON is YAML, so that they need no layout. */

import { defaultSettings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import { boundSteps, type Steps, stepsOf } from '../../rules/facts/attack/steps.ts';
import type { Facts } from '../../rules/facts/index.ts';

/** An object of Kubernetes. */
export type Manifest = { readonly [key: string]: unknown };

/** Objects, a document each. */
export const yamlOf = (objects: readonly Manifest[]): string =>
  objects.map((one) => JSON.stringify(one)).join('\n---\n');

/** The facts of objects that stand in one file. */
export function factsOf(objects: readonly Manifest[]): Facts {
  return workspaceOf(objects).facts();
}

/** A workspace of one file. */
function workspaceOf(objects: readonly Manifest[]): Workspace {
  const workspace = new Workspace([]);
  workspace.complete = true;
  workspace.update({ path: 'app/manifest.yaml', text: yamlOf(objects) }, defaultSettings, { retain: true });
  workspace.refresh();
  return workspace;
}

/** The steps that they give. */
export const stepsIn = (objects: readonly Manifest[]): Steps => stepsOf(factsOf(objects));

/** The steps of a kind, each as `from > to`. */
export const arrows = (steps: Steps, edge: string): readonly string[] =>
  [...steps.all, ...boundSteps(steps)].filter((step) => step.edge === edge).map(({ from, to }) => `${from} > ${to}`);

/** A pod of the namespace app, called `web`, with the account `web`. @param container laid over its only container. */
export const pod = (spec: Manifest = {}, container: Manifest = {}, metadata: Manifest = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', namespace: 'app', labels: { app: 'web' }, ...metadata },
  spec: {
    serviceAccountName: 'web',
    containers: [{ name: 'web', image: 'example.com/web:1', ...container }],
    ...spec,
  },
});

/** A pod that mounts a folder of its node. */
export const podWith = (path: string, mount: Manifest = {}, container: Manifest = {}, spec: Manifest = {}): Manifest =>
  pod(
    { volumes: [{ name: 'host', hostPath: { path } }], ...spec },
    { volumeMounts: [{ name: 'host', mountPath: '/host', ...mount }], ...container },
  );

/** A rule of a role: `group/resources/verbs`, words with commas between them, and names behind a blank. */
function ruleOf(text: string): Manifest {
  const [asked = '', names] = text.split(' ', 2);
  const parts = asked.split(':').map((words) => words.split(','));
  const [apiGroups = [], resources = [], verbs = []] = parts;
  return { apiGroups, resources, verbs, ...(names === undefined ? {} : { resourceNames: names.split(',') }) };
}

const rbac = 'rbac.authorization.k8s.io';
const account = { kind: 'ServiceAccount', name: 'web', namespace: 'app' };

/** A Role in the namespace app, bound to the account `web` of it. @param rules `group:resources:verbs names`, words with commas between them. */
export const held = (...rules: readonly string[]): readonly Manifest[] => bound('Role', rules, [account]);

/** A ClusterRole, bound to the account everywhere. */
export const heldEverywhere = (...rules: readonly string[]): readonly Manifest[] =>
  bound('ClusterRole', rules, [account]);

/** A role that is bound to subjects. */
export function bound(
  kind: 'Role' | 'ClusterRole',
  rules: readonly string[],
  subjects: readonly Manifest[],
): readonly Manifest[] {
  const namespace = kind === 'Role' ? { namespace: 'app' } : {};
  return [
    { apiVersion: `${rbac}/v1`, kind, metadata: { name: 'web', ...namespace }, rules: rules.map(ruleOf) },
    {
      apiVersion: `${rbac}/v1`,
      kind: `${kind}Binding`,
      metadata: { name: 'web', ...namespace },
      roleRef: { apiGroup: rbac, kind, name: 'web' },
      subjects,
    },
  ];
}

/** A Namespace called app that enforces a Pod Security Standard. */
export const enforcing = (level: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'app', labels: { 'pod-security.kubernetes.io/enforce': level } },
});
