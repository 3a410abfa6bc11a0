import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import rule from '../../../../rules/catalog/network/unisolated-ingress.ts';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';

const settings = { ...defaultSettings, profile: 'all' as const };

/** Names of the files with a workload that nothing isolates. */
function open(files: { readonly [path: string]: string }): string[] {
  const workspace = new Workspace([rule]);
  for (const [path, text] of Object.entries(files)) workspace.update({ path, text }, settings, { retain: true });
  workspace.complete = true;
  workspace.refresh();
  return Object.keys(files).filter((path) => workspace.findings(path).length > 0);
}

const pod = (namespace = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels: {app: web}\n${namespace}spec:\n  containers: [{name: web, image: nginx}]\n`;
const policy = (namespace = ''): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: deny\n${namespace}spec:\n  podSelector: {}\n`;
const kustomization = (namespace: string, ...resources: readonly string[]): string =>
  `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: ${namespace}\nresources: [${resources.join(', ')}]\n`;

describe('a policy isolates pods', () => {
  it('of other files', () => assert.deepEqual(open({ 'pod.yaml': pod(), 'policy.yaml': policy() }), []));

  it('of its own namespace', () => {
    assert.deepEqual(
      open({ 'pod.yaml': pod('  namespace: shop\n'), 'policy.yaml': policy('  namespace: shop\n') }),
      [],
    );
    assert.deepEqual(open({ 'pod.yaml': pod('  namespace: shop\n'), 'policy.yaml': policy('  namespace: bank\n') }), [
      'pod.yaml',
    ]);
  });

  it('of the namespace a kustomization gives', () => {
    const files = { 'shop/pod.yaml': pod(), 'bank/policy.yaml': policy() };
    const of = (shop: string, bank: string): string[] =>
      open({
        ...files,
        'shop/kustomization.yaml': kustomization(shop, 'pod.yaml'),
        'bank/kustomization.yaml': kustomization(bank, 'policy.yaml'),
      });
    assert.deepEqual(of('shop', 'bank'), ['shop/pod.yaml']);
    assert.deepEqual(of('shop', 'shop'), []);
  });

  it('of any namespace, where two overlays disagree', () => {
    const files = {
      'base/pod.yaml': pod(),
      'base/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [pod.yaml]\n',
      'dev/kustomization.yaml': kustomization('dev', '../base'),
      'prod/kustomization.yaml': kustomization('prod', '../base'),
      'policy.yaml': policy('  namespace: prod\n'),
    };
    assert.deepEqual(open(files), []);
  });
});

describe('labels that a kustomization adds', () => {
  const selecting = `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: deny\nspec:\n  podSelector: {matchLabels: {team: shop}}\n`;
  const labelled = (of: string): string =>
    `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [pod.yaml]\n${of}\n`;
  const ask = (...labels: readonly string[]): string[] =>
    open({
      'base/pod.yaml': pod(),
      'policy.yaml': selecting,
      ...Object.fromEntries(
        labels.map((of, i) => [
          i === 0 ? 'base/kustomization.yaml' : `o${i}/kustomization.yaml`,
          i === 0 ? labelled(of) : labelled(of).replace('pod.yaml', '../base'),
        ]),
      ),
    });

  it('are those of its pods', () => {
    assert.deepEqual(ask(''), ['base/pod.yaml']);
    assert.deepEqual(ask('commonLabels: {team: shop}'), []);
    assert.deepEqual(ask('labels: [{pairs: {team: shop}, includeSelectors: true}]'), []);
  });

  it('unless they stay on the objects alone', () => {
    assert.deepEqual(ask('labels: [{pairs: {team: shop}}]'), ['base/pod.yaml']);
  });

  it('are unknown where two kustomizations disagree', () => {
    assert.deepEqual(ask('', 'commonLabels: {team: bank}', 'commonLabels: {team: shop}'), []);
  });
});
