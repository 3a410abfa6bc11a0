import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../rules/catalog/index.ts';
import type { WorkspaceReport } from '../../../rules/contract/finding.ts';
import type { Context, Rule } from '../../../rules/contract/rule.ts';
import { defaultSettings, type Settings } from '../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../rules/engine/workspace.ts';
import type { Facts } from '../../../rules/facts/index.ts';
import { alone, given, named, podText, policyText, said, stdin, throwing } from './fixture.ts';

describe('rules of one document', () => {
  it('place findings in the file, whatever the document', () => {
    const text = `# first\n---\n${podText('a')}---\n${podText('x')}`;
    const workspace = given({ 'a.yaml': text }, [named]);
    const [finding] = workspace.findings('a.yaml');
    assert.equal(text.slice(finding?.span.start, finding?.span.end), 'x');
    assert.equal(finding?.resource?.kind, 'Pod');
  });

  it('that throw are named once, and hurt no other', () => {
    const text = `${podText('a')}---\n${podText('b')}`;
    const workspace = given({ 'a.yaml': text }, [throwing, stdin]);
    assert.equal(said(workspace, 'a.yaml').filter((line) => line.startsWith('stdin')).length, 2);
    assert.deepEqual(new Set(workspace.failures().map(({ rule }) => rule)), new Set(['throwing']));
    assert.ok(
      workspace.findings('a.yaml').some(({ rule, message }) => rule === 'rule-failure' && message.includes('throwing')),
    );
  });
});

describe('a fingerprint', () => {
  const of = (text: string): string[] =>
    given({ 'a.yaml': text }, [stdin])
      .findings('a.yaml')
      .map(({ fingerprint }) => fingerprint);

  it('stays when lines move and comments come', () =>
    assert.deepEqual(of(`# moved\n\n${podText('a')}`), of(podText('a'))));
  it('tells twins apart', () => assert.equal(new Set(of(`${podText('a')}---\n${podText('a')}`)).size, 2));
  it('of a twin stays when the other is ignored', () => {
    const [, second] = of(`${podText('a')}---\n${podText('a')}`);
    const ignored = `# seaworthy-ignore stdin: tried by a test\n${podText('a')}---\n${podText('a')}`;
    assert.deepEqual(of(ignored), [second]);
  });
});

describe('rules of the workspace', () => {
  it('wait until the scope is complete', () => {
    const workspace = given({ 'a.yaml': podText('a') }, [alone], { complete: false });
    assert.deepEqual(said(workspace, 'a.yaml'), []);
    workspace.complete = true;
    assert.deepEqual([...workspace.refresh()], ['a.yaml']);
    assert.deepEqual(said(workspace, 'a.yaml'), ['alone: a in any namespace.']);
  });

  it('run again only when a fact they read changed', () => {
    let runs = 0;
    const counting: Rule = {
      ...alone,
      check(facts: Facts, report: WorkspaceReport, context: Context) {
        runs++;
        alone.check(facts, report, context);
      },
    };
    const workspace = given({ 'a.yaml': podText('a') }, [counting]);
    const before = runs;
    workspace.update({ path: 'a.yaml', text: podText('a').replace('i:1', 'i:2') }, defaultSettings, { retain: true });
    assert.deepEqual([...workspace.refresh()], []);
    assert.equal(runs, before, 'an image is no fact');
    workspace.update({ path: 'b.yaml', text: policyText }, defaultSettings);
    assert.deepEqual([...workspace.refresh()], ['a.yaml']);
    assert.deepEqual(said(workspace, 'a.yaml'), []);
    workspace.remove('b.yaml');
    workspace.refresh();
    assert.equal(said(workspace, 'a.yaml').length, 1);
  });

  it('work on files whose trees were let go, without fixes', () => {
    const workspace = given({ 'a.yaml': podText('a') }, [alone, stdin], { retain: false });
    assert.deepEqual(said(workspace, 'a.yaml').sort(), ['alone: a in any namespace.', 'stdin: Container c has stdin.']);
    for (const finding of workspace.findings('a.yaml')) assert.deepEqual(workspace.fixes(finding), []);
  });
});

describe('roots', () => {
  const policy =
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: deny, namespace: shop}\nspec: {podSelector: {}, policyTypes: [Ingress]}\n';
  const workload =
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a, namespace: shop}\nspec:\n  selector: {matchLabels: {app: a}}\n  template: {metadata: {labels: {app: a}}, spec: {containers: [{name: c, image: "i:1", ports: [{containerPort: 8080}]}]}}\n';
  const isOpen = (workspace: Workspace): boolean =>
    workspace.findings('b.yaml').some(({ rule }) => rule === 'unisolated-ingress');

  it('keep the files of one from those of another, whatever root they had before', () => {
    const workspace = new Workspace(rules);
    const give = (path: string, text: string, root: string): void => {
      workspace.update({ path, text }, { ...defaultSettings, root }, { retain: true });
    };
    give('a.yaml', policy, 'x');
    give('b.yaml', workload, 'x');
    workspace.complete = true;
    workspace.refresh();
    assert.equal(isOpen(workspace), false);
    give('a.yaml', policy, 'y');
    assert.ok(workspace.refresh().has('b.yaml'));
    assert.equal(isOpen(workspace), true);
    assert.equal(workspace.facts('b.yaml').byKind['network-policy'].length, 0);
    assert.equal(workspace.facts().byKind['network-policy'].length, 1);
    give('a.yaml', policy, 'x');
    workspace.refresh();
    assert.equal(isOpen(workspace), false);
    workspace.remove('a.yaml');
    workspace.refresh();
    assert.equal(isOpen(workspace), true);
  });
});

describe('kustomizations', () => {
  const fileContext = {
    'base/kustomization.yaml':
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [pod.yaml]\n',
    'base/pod.yaml': podText('a'),
  };

  it('give their files a namespace, the outermost one', () => {
    const files = {
      ...fileContext,
      'prod/kustomization.yaml':
        'kind: Kustomization\napiVersion: kustomize.config.k8s.io/v1beta1\nnamespace: prod\nresources: [../base]\n',
    };
    assert.deepEqual(said(given(files, [alone]), 'base/pod.yaml'), ['alone: a in prod.']);
  });

  it('that disagree are deployment units, each with its own; what is said once names the first', () => {
    const files = {
      ...fileContext,
      'prod/kustomization.yaml':
        'kind: Kustomization\napiVersion: kustomize.config.k8s.io/v1beta1\nnamespace: prod\nresources: [../base]\n',
      'test/kustomization.yaml':
        'kind: Kustomization\napiVersion: kustomize.config.k8s.io/v1beta1\nnamespace: test\nresources: [../base]\n',
    };
    assert.deepEqual(said(given(files, [alone]), 'base/pod.yaml'), ['alone: a in prod.']);
    const elsewhere = { 'dev/kustomization.yaml': files['test/kustomization.yaml'].replace('test', 'dev') };
    assert.deepEqual(said(given({ ...files, ...elsewhere }, [alone]), 'base/pod.yaml'), ['alone: a in dev.']);
  });

  it('name patches, which are not judged for what they lack, also when read later', () => {
    const workspace = given({ 'patch.yaml': podText('a') }, [stdin], { retain: false });
    assert.equal(workspace.findings('patch.yaml').length, 1);
    workspace.update(
      {
        path: 'kustomization.yaml',
        text: 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\npatches:\n  - path: patch.yaml\n',
      },
      defaultSettings,
    );
    assert.deepEqual(workspace.stale(), ['patch.yaml']);
    workspace.update({ path: 'patch.yaml', text: podText('a') }, defaultSettings);
    assert.deepEqual(workspace.findings('patch.yaml'), []);
    assert.deepEqual(workspace.stale(), []);
    assert.deepEqual([...workspace.refresh()], ['patch.yaml']);
  });

  it('read later make something else of a text that is being edited, without asking for the one on disk', () => {
    const workspace = given({ 'a.yaml': podText('a') }, [stdin]);
    const give = (line: string): void => {
      const text = `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n${line}\n`;
      workspace.update({ path: 'kustomization.yaml', text }, defaultSettings);
      assert.deepEqual(workspace.stale(), []);
    };
    give('patches: [{path: a.yaml}]');
    assert.deepEqual(workspace.findings('a.yaml'), []);
    give('images: [{name: i, newTag: "1.0"}]');
    const [finding] = workspace.findings('a.yaml');
    assert.equal(finding !== undefined && workspace.fixes(finding).length, 1);
    assert.deepEqual([...workspace.refresh()], ['a.yaml']);
  });
});

describe('Pod Security admission', () => {
  const namespace = (level: string): string =>
    `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    pod-security.kubernetes.io/enforce: ${level}\n`;
  const pod = podText('a').replace('  name: a\n', '  name: a\n  namespace: shop\n');
  const refusals = (workspace: Workspace): string[] =>
    workspace
      .findings('a.yaml')
      .filter(({ rule }) => rule === 'rejected-by-admission')
      .map(({ message }) => message);

  it('is that of a namespace in another file, as it is now', () => {
    const workspace = given({ 'a.yaml': pod, 'shop.yaml': namespace('baseline') }, rules);
    assert.deepEqual(workspace.stale(), []);
    assert.deepEqual(refusals(workspace), []);
    workspace.update({ path: 'shop.yaml', text: namespace('restricted') }, defaultSettings);
    assert.deepEqual(workspace.stale(), []);
    assert.ok(workspace.refresh().has('a.yaml'));
    assert.equal(refusals(workspace).length, 1);
    workspace.remove('shop.yaml');
    workspace.stale();
    assert.deepEqual(refusals(workspace), []);
  });

  it('asks for files again whose text was let go', () => {
    const workspace = given({ 'a.yaml': pod, 'shop.yaml': namespace('restricted') }, rules, { retain: false });
    assert.deepEqual(workspace.stale(), ['a.yaml']);
    workspace.update({ path: 'a.yaml', text: pod }, defaultSettings);
    assert.equal(refusals(workspace).length, 1);
    assert.deepEqual(workspace.stale(), []);
  });

  it('is that of the namespace a kustomization gives', () => {
    const workspace = given(
      {
        'a.yaml': podText('a'),
        'shop.yaml': namespace('restricted'),
        'kustomization.yaml':
          'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: shop\nresources: [a.yaml]\n',
      },
      rules,
    );
    workspace.stale();
    assert.equal(refusals(workspace).length, 1);
  });
});

describe('settings', () => {
  const with_ = (changes: Partial<Settings>): string[] =>
    said(
      given({ 'a.yaml': podText('x') }, [stdin, named], { settings: { ...defaultSettings, ...changes } }),
      'a.yaml',
    ).map((line) => line.split(':')[0] ?? '');

  it('switch rules by profile, by id and by tag', () => {
    assert.deepEqual(with_({}), ['named-x', 'stdin']);
    assert.deepEqual(with_({ profile: 'essential' }), []);
    assert.deepEqual(
      with_({ profile: 'essential', severity: new Map([['stdin', 'high']]) }),
      ['stdin'],
      'a severity switches a rule on',
    );
    assert.deepEqual(with_({ severity: new Map([['stdin', 'off']]) }), ['named-x']);
  });

  it('differ by namespace, as it is written or given by a kustomization', () => {
    const quiet = new Map([['stdin', 'off' as const]]);
    const settings: Settings = {
      ...defaultSettings,
      byNamespace: [
        { names: ['kube-*', 'agents'], settings: { severity: quiet } },
        { names: ['agents'], settings: { severity: new Map([['stdin', 'critical' as const]]) } },
      ],
    };
    const inside = (name: string): string => podText('a').replace('  name: a\n', `  name: a\n  namespace: ${name}\n`);
    const files = {
      'plain.yaml': podText('a'),
      'shop.yaml': inside('shop'),
      'system.yaml': inside('kube-system'),
      'agents.yaml': inside('agents'),
      'given/kustomization.yaml': 'namespace: kube-public\nresources: [a.yaml]\n',
      'given/a.yaml': podText('a'),
    };
    const workspace = given(files, [stdin], { settings });
    const severities = Object.keys(files).map((path) => workspace.findings(path).map(({ severity }) => severity));
    assert.deepEqual(severities, [[stdin.severity], [stdin.severity], [], ['critical'], [], []]);
  });

  it('that switch a rule of the workspace on for one namespace count there alone', () => {
    const settings: Settings = {
      ...defaultSettings,
      severity: new Map([['alone', 'off' as const]]),
      byNamespace: [{ names: ['shop'], settings: { severity: new Map([['alone', 'high' as const]]) } }],
    };
    const inside = podText('a').replace('  name: a\n', '  name: a\n  namespace: shop\n');
    const workspace = given({ 'a.yaml': podText('a'), 'b.yaml': inside }, [alone], { settings });
    assert.deepEqual(workspace.findings('a.yaml'), []);
    assert.deepEqual(
      workspace.findings('b.yaml').map(({ severity }) => severity),
      ['high'],
    );
  });

  it('tell rules what is fine, also for one namespace alone', () => {
    const fine = (value: string): Partial<Settings> => ({ allowed: new Map([['host-port', new Set([value])]]) });
    const settings = { ...defaultSettings, ...fine('80'), byNamespace: [{ names: ['shop'], settings: fine('443') }] };
    const text = (namespace: string): string =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: ${namespace}}\nspec:\n  containers:\n    - name: c\n      image: i:1\n      ports: [{containerPort: 1, hostPort: 80}, {containerPort: 2, hostPort: 443}]\n`;
    const workspace = given({ 'a.yaml': text('depot'), 'b.yaml': text('shop') }, rules, { settings });
    const opened = (path: string): string[] =>
      workspace.findings(path).flatMap(({ rule, message }) => (rule === 'host-port' ? [message] : []));
    assert.deepEqual(opened('a.yaml'), ['Opens port 443 of its node: container c.']);
    assert.deepEqual(opened('b.yaml'), ['Opens port 80 of its node: container c.']);
  });

  it('change severities', () => {
    const workspace = given({ 'a.yaml': podText('a') }, [stdin], {
      settings: { ...defaultSettings, severity: new Map([['stdin', 'critical']]) },
    });
    assert.equal(workspace.findings('a.yaml')[0]?.severity, 'critical');
  });
});
