import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { FactWithoutRef } from '../../../rules/facts/facts.ts';
import {
  fileContextOf,
  noFileContext,
  requirementsOf,
  sameFileContext,
  withRequirements,
} from '../../../rules/facts/file-context.ts';
import { type Kustomization, readKustomization } from '../../../rules/model/kubernetes/kustomization.ts';
import { parseDocument } from '../../../rules/yaml/parse.ts';

it('an fileContext replaces images of everything it takes in, also through other kustomizations', () => {
  const read = (path: string, text: string): Kustomization => readKustomization(path, parseDocument(text));
  const kustomizations = [
    read('/base/kustomization.yaml', 'resources: [pod.yaml]\n'),
    read(
      '/prod/kustomization.yaml',
      'resources: [../base]\nimages:\n  - name: web\n    newTag: v1\n  - name: log\npatches: [{path: p.yaml}]\n',
    ),
  ];
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
  mentions: [],
  configMaps: [],
  host: [],
  meets: undefined,
});
const enforce = (level: string): { readonly [key: string]: string } => ({
  'pod-security.kubernetes.io/enforce': level,
});

it('a file learns what the namespaces of its own workloads requirement, and of no others', () => {
  const all = requirementsOf([namespace('shop', enforce('baseline')), namespace('bank', enforce('restricted'))]);
  const of = (...facts: FactWithoutRef[]) => withRequirements(noFileContext, all, facts, () => 'bank');
  assert.deepEqual([...of(workload('shop')).requirements.keys()], ['shop']);
  assert.deepEqual([...of(workload(undefined)).requirements.keys()], ['bank']);
  assert.equal(of(workload(undefined)).namespace, 'bank');
  assert.equal(of(workload('other')), noFileContext);
  assert.ok(!sameFileContext(of(workload('shop')), of(workload('bank'))));
  assert.ok(sameFileContext(of(workload('shop')), of(workload('shop'))));
});

it('namespaces of one name that requirement different things requirement nothing', () => {
  const requirements = (...levels: string[]): number =>
    requirementsOf(levels.map((level) => namespace('shop', enforce(level)))).size;
  assert.equal(requirements('baseline', 'baseline'), 1);
  assert.equal(requirements('baseline', 'restricted'), 0);
  assert.equal(requirements('baseline', 'restricted', 'baseline'), 0);
  assert.equal(requirements('privileged'), 0);
});
