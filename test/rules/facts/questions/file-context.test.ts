import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { FactWithoutRef } from '../../../../rules/facts/kinds/index.ts';
import {
  fileContextOf,
  NamespaceRequirements,
  noFileContext,
  sameFileContext,
  withRequirements,
} from '../../../../rules/facts/questions/file-context.ts';
import { readKustomization } from '../../../../rules/model/kustomize/kustomization.ts';
import { Kustomizations } from '../../../../rules/model/kustomize/kustomizations.ts';
import { parseDocument } from '../../../../rules/yaml/parse.ts';

it('an fileContext replaces images of everything it takes in, also through other kustomizations', () => {
  const kustomizations = new Kustomizations();
  const learn = (path: string, text: string): unknown =>
    kustomizations.learn(path, readKustomization(path, parseDocument(text)));
  learn('/base/kustomization.yaml', 'resources: [pod.yaml]\n');
  learn(
    '/prod/kustomization.yaml',
    'resources: [../base]\nimages:\n  - name: web\n    newTag: v1\n  - name: log\npatches: [{path: p.yaml}]\n',
  );
  assert.deepEqual(fileContextOf('/base/pod.yaml', kustomizations), { ...noFileContext, images: new Set(['web']) });
  assert.deepEqual(fileContextOf('/prod/p.yaml', kustomizations), { ...noFileContext, patch: true });
  assert.equal(fileContextOf('/other.yaml', kustomizations), noFileContext);
});

const namespace = (name: string, labels: { readonly [key: string]: string }): FactWithoutRef => ({
  factKind: 'namespace',
  apiVersion: 'v1',
  kind: 'Namespace',
  name,
  namespace: undefined,
  unlabelled: false,
  linkerd: undefined,
  labels,
});
const workload = (of: string | undefined): FactWithoutRef => ({
  factKind: 'workload',
  apiVersion: 'v1',
  kind: 'Pod',
  name: 'p',
  namespace: of,
  labels: {},
  hostNetwork: undefined,
  serviceAccount: 'default',
  automount: undefined,
  selector: {},
  meshAnnotations: {},
  ports: [],
  probedByTls: [],
  hasCertificate: false,
  mentions: [],
  configMaps: [],
  host: [],
  power: {
    hostPID: false,
    userNamespace: false,
    sandboxed: false,
    sharedProcesses: false,
    windows: false,
    containers: [],
    projectedToken: false,
    secrets: [],
    hostPorts: [],
    nodeSelector: {},
    toleratesControlPlane: false,
  },
  meets: undefined,
});
const requirementsOf = (...namespaces: readonly FactWithoutRef[]): NamespaceRequirements => {
  const requirements = new NamespaceRequirements();
  for (const [i, one] of namespaces.entries()) requirements.learn(`${i}.yaml`, [one]);
  return requirements;
};
const enforce = (level: string): { readonly [key: string]: string } => ({
  'pod-security.kubernetes.io/enforce': level,
});

it('a file learns what the namespaces of its own workloads requirement, and of no others', () => {
  const all = requirementsOf(namespace('shop', enforce('baseline')), namespace('bank', enforce('restricted'))).all;
  const of = (...facts: FactWithoutRef[]) =>
    withRequirements(
      noFileContext,
      (name) => all.get(name),
      facts,
      () => 'bank',
    );
  assert.deepEqual([...of(workload('shop')).requirements.keys()], ['shop']);
  assert.deepEqual([...of(workload(undefined)).requirements.keys()], ['bank']);
  assert.equal(of(workload(undefined)).namespace, 'bank');
  assert.equal(of(workload('other')), noFileContext);
  assert.ok(!sameFileContext(of(workload('shop')), of(workload('bank'))));
  assert.ok(sameFileContext(of(workload('shop')), of(workload('shop'))));
});

it('namespaces of one name that requirement different things requirement nothing', () => {
  const requirements = (...levels: string[]): number =>
    requirementsOf(...levels.map((level) => namespace('shop', enforce(level)))).all.size;
  assert.equal(requirements('baseline', 'baseline'), 1);
  assert.equal(requirements('baseline', 'restricted'), 0);
  assert.equal(requirements('baseline', 'restricted', 'baseline'), 0);
  assert.equal(requirements('privileged'), 0);
});

it('what a namespace requirements follows the files that state it', () => {
  const requirements = requirementsOf(namespace('shop', enforce('baseline')), namespace('shop', enforce('restricted')));
  assert.equal(requirements.learn('1.yaml', [namespace('shop', enforce('restricted'))]), false);
  const copy = requirements.fork();
  assert.equal(copy.learn('1.yaml', []), true);
  assert.deepEqual([...copy.all.keys()], ['shop']);
  assert.deepEqual([...requirements.all.keys()], []);
  copy.learn('0.yaml', [namespace('bank', enforce('baseline'))]);
  assert.deepEqual([...copy.all.keys()], ['bank']);
});
