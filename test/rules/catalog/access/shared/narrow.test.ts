import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { knownGroups, servedReadVerbs, servedVerbs } from '../../../../../rules/catalog/access/shared/narrow.ts';
import type { PolicyRule } from '../../../../../rules/model/kubernetes/access.ts';
import { resource } from '../../../model/kubernetes/read.ts';

function rule(text: string): PolicyRule {
  const [first] = resource(
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: r}\nrules:\n  - ${text}\n`,
  ).rules;
  if (first === undefined) throw new Error('no rule');
  return first;
}

describe('the verbs the API serves', () => {
  const served = (resources: string): string =>
    servedVerbs(rule(`{apiGroups: [""], resources: ${resources}, verbs: ["*"]}`)).join(' ');
  const standard = 'get list watch create update patch delete deletecollection';

  it('of ordinary and custom resources are the standard ones', () => {
    assert.equal(served('[configmaps]'), standard);
    assert.equal(served('[carts]'), standard);
    assert.equal(served('["*"]'), standard);
  });

  it('of subresources are few', () => {
    assert.equal(served('[pods/log]'), 'get');
    assert.equal(served('[pods/exec]'), 'get create');
    assert.equal(served('[deployments/scale, deployments/status]'), 'get update patch');
    assert.equal(served('[serviceaccounts/token, pods/eviction]'), 'create');
    assert.equal(served('[certificatesigningrequests/approval]'), 'update patch');
  });

  it('are united over the resources', () => assert.equal(served('[pods/log, subjectaccessreviews]'), 'get create'));
  it('leave out bind, escalate and impersonate', () =>
    assert.equal(served('[roles, serviceaccounts, users]'), standard));
  it('are the permissions where there is nothing else', () => assert.equal(served('[signers]'), 'approve sign attest'));

  it('of addresses that are no resources are asked for by GET', () => {
    assert.deepEqual(servedVerbs(rule('{nonResourceURLs: [/metrics], verbs: ["*"]}')), ['get']);
  });

  it('that read may be none', () => {
    assert.deepEqual(servedReadVerbs(rule('{apiGroups: [""], resources: [pods/log], verbs: ["*"]}')), ['get']);
    assert.deepEqual(servedReadVerbs(rule('{apiGroups: [""], resources: [tokenreviews], verbs: ["*"]}')), []);
  });
});

describe('the groups of resources', () => {
  const groups = (resources: string): readonly string[] | undefined =>
    knownGroups(rule(`{apiGroups: ["*"], resources: ${resources}, verbs: [get]}`));

  it('are known of what Kubernetes defines', () => {
    assert.deepEqual(groups('[pods, pods/log, secrets]'), ['']);
    assert.deepEqual(groups('[pods, deployments]'), ['', 'apps']);
  });

  it('are not guessed of anything else', () => {
    assert.equal(groups('[pods, carts]'), undefined);
    assert.equal(groups('["*"]'), undefined);
  });
});
