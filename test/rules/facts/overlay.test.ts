import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { LooseFact } from '../../../rules/facts/facts.ts';
import { demandsOf, noOverlay, overlayOf, sameOverlay, withDemands } from '../../../rules/facts/overlay.ts';
import { type Kustomization, readKustomization } from '../../../rules/model/kubernetes/kustomization.ts';
import { parseDocument } from '../../../rules/yaml/parse.ts';

it('an overlay replaces images of everything it takes in, also through other kustomizations', () => {
  const read = (path: string, text: string): Kustomization => readKustomization(path, parseDocument(text));
  const kustomizations = [
    read('/base/kustomization.yaml', 'resources: [pod.yaml]\n'),
    read(
      '/prod/kustomization.yaml',
      'resources: [../base]\nimages:\n  - name: web\n    newTag: v1\n  - name: log\npatches: [{path: p.yaml}]\n',
    ),
  ];
  assert.deepEqual(overlayOf('/base/pod.yaml', kustomizations), { ...noOverlay, images: new Set(['web']) });
  assert.deepEqual(overlayOf('/prod/p.yaml', kustomizations), { ...noOverlay, patch: true });
  assert.equal(overlayOf('/other.yaml', kustomizations), noOverlay);
});

const namespace = (name: string, labels: { readonly [key: string]: string }): LooseFact => ({
  factKind: 'namespace',
  apiVersion: 'v1',
  kind: 'Namespace',
  name,
  namespace: undefined,
  unlabelled: false,
  linkerd: undefined,
  labels,
});
const workload = (of: string | undefined): LooseFact => ({
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

it('a file learns what the namespaces of its own workloads demand, and of no others', () => {
  const all = demandsOf([namespace('shop', enforce('baseline')), namespace('bank', enforce('restricted'))]);
  const of = (...facts: LooseFact[]) => withDemands(noOverlay, all, facts, () => 'bank');
  assert.deepEqual([...of(workload('shop')).demands.keys()], ['shop']);
  assert.deepEqual([...of(workload(undefined)).demands.keys()], ['bank']);
  assert.equal(of(workload(undefined)).namespace, 'bank');
  assert.equal(of(workload('other')), noOverlay);
  assert.ok(!sameOverlay(of(workload('shop')), of(workload('bank'))));
  assert.ok(sameOverlay(of(workload('shop')), of(workload('shop'))));
});

it('namespaces of one name that demand different things demand nothing', () => {
  const demands = (...levels: string[]): number =>
    demandsOf(levels.map((level) => namespace('shop', enforce(level)))).size;
  assert.equal(demands('baseline', 'baseline'), 1);
  assert.equal(demands('baseline', 'restricted'), 0);
  assert.equal(demands('baseline', 'restricted', 'baseline'), 0);
  assert.equal(demands('privileged'), 0);
});
