import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { longestPatch, namesOf, type PatchTarget, patched } from '../../../../rules/model/kustomize/patch.ts';

const web = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { replicas: 1 },
};
const three = '[{op: replace, path: /spec/replicas, value: 3}]';
const replicas = (text: string, target?: PatchTarget): unknown => {
  const result = patched(web, [{ target, text }]);
  return result === undefined ? undefined : (JSON.parse(JSON.stringify(result)) as typeof web).spec.replicas;
};

describe('a patch', () => {
  it('is for what it names', () => {
    const of = (kind: string, name: string, rest = ''): string =>
      `kind: ${kind}\nmetadata: {name: ${name}${rest}}\nspec: {replicas: 3}\n`;
    assert.equal(replicas(of('Deployment', 'web')), 3);
    assert.equal(replicas(of('Deployment', 'web', ', namespace: shop')), 3);
    for (const other of [
      of('Deployment', 'api'),
      of('StatefulSet', 'web'),
      of('Deployment', 'web', ', namespace: bank'),
    ])
      assert.equal(replicas(other), 1, other);
    assert.equal(patched(web, [{ target: undefined, text: of('Deployment', 'api') }]), web, 'the very object');
  });

  it('is for its target, whose names are expressions', () => {
    for (const target of [
      { kind: 'Deployment' },
      { kind: 'Deployment', name: 'web' },
      { kind: 'Deployment|StatefulSet', name: 'w.*' },
      { group: 'apps', version: 'v1', kind: 'Deployment', name: '^.*b$' },
      { name: '(web|api)' },
      {},
    ])
      assert.equal(replicas(three, target), 3, JSON.stringify(target));
    for (const target of [
      { kind: 'Deploy' },
      { name: 'we' },
      { name: '.*a' },
      { group: 'batch' },
      { version: 'v1beta1' },
    ])
      assert.equal(replicas(three, target), 1, JSON.stringify(target));
  });

  it('leaves open what it makes of an object that a selector may mean', () =>
    assert.equal(replicas(three, { kind: 'Deployment', isSelected: true }), undefined));

  it('with several documents is several patches', () =>
    assert.equal(
      replicas(`kind: Job\nmetadata: {name: web}\n---\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 3}\n`),
      3,
    ));

  it('that is very long, broken or a template changes nothing', () => {
    for (const text of [' '.repeat(longestPatch) + three, '{{ .Values.patch }}', 'a: [', ''])
      assert.equal(replicas(text, { kind: 'Deployment' }), 1, text.slice(0, 20));
  });

  it('is looked up by the names it is for', () => {
    assert.deepEqual(
      namesOf({ target: undefined, text: 'kind: A\nmetadata: {name: one}\n---\nkind: B\nmetadata: {name: two}\n' }),
      ['one', 'two'],
    );
    assert.deepEqual(namesOf({ target: { name: 'web' }, text: three }), ['web']);
    assert.equal(namesOf({ target: { name: 'w.*' }, text: three }), undefined);
    assert.equal(namesOf({ target: { kind: 'Deployment' }, text: three }), undefined);
  });
});
