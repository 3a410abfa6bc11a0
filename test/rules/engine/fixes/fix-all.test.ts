import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { alone, given, named, podText, policyText, stdin } from '../fixture.ts';

describe('fixing everything', () => {
  it('takes safe fixes alone unless asked for more', () => {
    const workspace = given({ 'a.yaml': podText('x') }, [stdin, named]);
    assert.match(workspace.fixAll('a.yaml', 'safe')?.text ?? '', /name: x[\s\S]*stdin: false/);
    assert.match(workspace.fixAll('a.yaml', 'review')?.text ?? '', /name: z[\s\S]*stdin: false/);
    assert.equal(workspace.findings('a.yaml').length, 2, 'the workspace itself is left as it was');
  });

  it('creates documents only for rules that are named', () => {
    const workspace = given({ 'a.yaml': podText('a') }, [alone]);
    assert.equal(workspace.fixAll('a.yaml', 'review'), undefined);
    assert.equal(workspace.fixAll('a.yaml', 'review', new Set(['alone']))?.text, `${podText('a')}---\n${policyText}`);
  });

  it('gives every rule its turn when several write to one place', () => {
    const text = [
      'apiVersion: v1',
      'kind: Pod',
      'metadata: {name: kube-apiserver, namespace: kube-system}',
      'spec:',
      '  containers:',
      '    - name: kube-apiserver',
      '      image: registry.k8s.io/kube-apiserver:v1.34.1',
      '      command: [kube-apiserver, "--enable-admission-plugins=PodSecurity,AlwaysAdmit"]',
      '',
    ].join('\n');
    const plugins = new Set('always-admitted-objects missing-node-restriction missing-external-ip-denial'.split(' '));
    const workspace = given({ 'a.yaml': text }, rules, { settings: { ...defaultSettings, profile: 'all' } });
    const fixed = workspace.fixAll('a.yaml', 'review', plugins);
    assert.equal(fixed?.applied.length, 3);
    for (const plugin of ['PodSecurity', 'NodeRestriction', 'DenyServiceExternalIPs'])
      assert.ok(fixed?.text.includes(plugin), plugin);
    assert.ok(!fixed?.text.includes('AlwaysAdmit'));
  });

  it('says nothing when there is nothing to do', () =>
    assert.equal(given({ 'a.yaml': 'a: 1\n' }, [stdin]).fixAll('a.yaml', 'safe'), undefined));
});
