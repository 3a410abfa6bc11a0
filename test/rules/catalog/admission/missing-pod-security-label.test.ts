import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/admission/missing-pod-security-label.ts';
import { rules } from '../../../../rules/catalog/index.ts';
import { objects, testRule, yaml } from '../../../harness/index.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('a label that only begins so is another one (Kubescape C-0192 takes it)')(objects`
    Namespace shop
    #         ^^^^ missing-pod-security-label 💡
      labels:
        pod-security.kubernetes.io/enforce-version: v1.37
  `);

  check('whatever webhooks there are (Kubescape C-0192 is content with any)')(objects`
    Namespace shop
    #         ^^^^ missing-pod-security-label 💡
    ValidatingWebhookConfiguration pods
      webhooks: []
  `);

  clean('any level, also the one that allows all: it was chosen')(objects`
    Namespace shop
      labels:
        pod-security.kubernetes.io/enforce: restricted
    Namespace storage
      labels:
        pod-security.kubernetes.io/enforce: privileged
  `);

  clean("Kubernetes' own namespaces")(objects`Namespace kube-system`);

  clean('labels that are not known yet')(objects`
    Namespace shop
      labels:
        {{- toYaml .Values.labels | nindent 4 }}
  `);

  fix('adds the labels')(objects`
      Namespace shop
    +   labels:
    +     pod-security.kubernetes.io/enforce: baseline
    +     pod-security.kubernetes.io/warn: restricted
    +     pod-security.kubernetes.io/audit: restricted
  `);

  fix('keeps the warning that is there')(objects`
      Namespace shop
        labels:
          pod-security.kubernetes.io/warn: baseline
    +     pod-security.kubernetes.io/enforce: baseline
    +     pod-security.kubernetes.io/audit: restricted
  `);

  // Which level pods meet is for the rules on its controls to say, so that all are there.
  for (const [name, spec, labels] of [
    [
      'enforces what the known pods meet',
      '{containers: [{name: web, image: web, securityContext: {allowPrivilegeEscalation: false, runAsNonRoot: true, capabilities: {drop: [ALL]}, seccompProfile: {type: RuntimeDefault}}}]}',
      ['enforce: restricted'],
    ],
    [
      'asks for the next level by words alone',
      '{containers: [{name: web, image: web}]}',
      ['enforce: baseline', 'warn: restricted', 'audit: restricted'],
    ],
    [
      'refuses no pod that is known, whichever file it stands in',
      '{hostPID: true, containers: [{name: web, image: web}]}',
      ['enforce: privileged', 'warn: baseline', 'audit: baseline'],
    ],
  ] as const)
    it(name, () => {
      const file = (added: readonly string[]): string => `=== shop/namespace.yaml
apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    team: shop
${added.map((label) => `    pod-security.kubernetes.io/${label}\n`).join('')}=== base/pod.yaml
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
spec: ${spec}
=== other/pod.yaml
apiVersion: v1
kind: Pod
metadata: {name: agent, namespace: other}
spec: {hostNetwork: true, containers: [{name: agent, image: agent}]}
`;
      const scope = new Scope(rules, { language: 'files', text: file([]) });
      assert.equal(scope.fixAll(new Set([rule.id])), file(labels));
      // What enforces nothing is for whoever asks for it.
      if (labels[0] === 'enforce: privileged')
        assert.doesNotMatch(
          new Scope(rules, { language: 'files', text: file([]) }).fixAll() ?? '',
          /enforce: privileged/,
        );
    });

  for (const [name, path, namespace] of [
    ['of its own, wherever it stands', 'other/release.yaml', 'namespace: shop'],
    ['below its folder, where nothing places it', 'shop/agent/app/release.yaml', ''],
  ] as const)
    it(`supposes that unseen pods meet it: a release ${name}`, () => {
      const file = `=== shop/namespace.yaml
apiVersion: v1
kind: Namespace
metadata:
  name: shop
=== ${path}
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: agent, ${namespace}}
spec: {values: {hostNetwork: true}}
`;
      const told = (text: string): boolean =>
        new Scope(rules, { language: 'files', text }).fixAll(new Set([rule.id])) === undefined;
      assert.ok(told(file), 'left to a person');
      assert.ok(!told(file.replace('HelmRelease', 'HelmRepository')), 'it makes no pods');
      const away = file.replace(path, 'elsewhere.yaml').replace(/name: agent,.*\}/, 'name: agent, namespace: other}');
      assert.ok(!told(away), 'it makes them elsewhere');
    });

  clean('a namespace that an overlay names')(yaml`
    apiVersion: v1
    kind: Namespace
    metadata:
      name: _
  `);
});

it('what kustomizations patch is left to a person, since a patch may give a pod what the standard refuses', () => {
  const text = (patches: string): string => `=== ns/namespace.yaml
apiVersion: v1
kind: Namespace
metadata: {name: shop}
=== ns/pod.yaml
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
spec: {containers: [{name: web, image: web}]}
=== ns/kustomization.yaml
resources: [namespace.yaml, pod.yaml]
${patches}`;
  const isEnforced = (patches: string, only?: ReadonlySet<string>): boolean =>
    new Scope(rules, { language: 'files', text: text(patches) }).fixAll(only)?.includes('/enforce: baseline') ?? false;
  const patch = 'patches: [{target: {kind: Pod}, patch: "[{op: add, path: /spec/hostPID, value: true}]"}]\n';
  assert.equal(isEnforced(''), true);
  assert.equal(isEnforced(patch), false);
});

it('a release of another deployment unit makes pods in the namespace, too', () => {
  const scope = new Scope(rules, {
    language: 'files',
    text: `=== examples/a/shop.yaml
apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
spec: {containers: [{name: web, image: web}]}
=== examples/b/agent.yaml
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: agent, namespace: shop}
spec: {interval: 1h}
`,
  });
  const titles = scope.findings
    .filter((finding) => finding.rule === rule.id)
    .flatMap((finding) => scope.fixes(finding))
    .map((fix) => ('title' in fix ? fix.title : ''));
  assert.match(titles[0] ?? '', /\(if the pods of HelmRelease agent meet it\)$/);
});
