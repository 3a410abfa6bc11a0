import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/admission/warned-by-admission.ts';
import { rules } from '../../../../rules/catalog/index.ts';
import { objects, testRule } from '../../../harness/index.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('what is not refused anyway, at the strongest mode')(objects`
    Namespace shop
      labels:
        pod-security.kubernetes.io/enforce: baseline
        pod-security.kubernetes.io/warn: restricted
        pod-security.kubernetes.io/audit: restricted
    Pod shop/web
    #        ^^^ warned-by-admission 💡 "Warned of by namespace shop for breaking the restricted standard: seccompProfile"
      hostNetwork: true
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            allowPrivilegeEscalation: false
            runAsNonRoot: true
            capabilities:
              drop: [ALL]
  `);

  check('an audit alone')(objects`
    Namespace shop
      labels:
        pod-security.kubernetes.io/audit: baseline
    Pod shop/web
    #        ^^^ warned-by-admission 💡 "Recorded by namespace shop for breaking the baseline standard: hostNamespaces"
      hostPID: true
  `);

  clean('a level that admission does not know requirements nothing')(objects`
    Namespace shop
      labels:
        pod-security.kubernetes.io/warn: Baseline
    Pod shop/web
      hostPID: true
  `);

  fix('what it warns of')(objects`
      Namespace shop
        labels:
          pod-security.kubernetes.io/warn: baseline
      Pod shop/web
    -   hostPID: true
    -   containers:
    -     - name: web
    -       image: nginx:1.29
  `);
});

it('a standard is not met in bulk by what nobody tried', () => {
  const fixed = (image: string): string =>
    new Scope(rules, {
      language: 'yaml',
      text: `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels: {pod-security.kubernetes.io/warn: restricted}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec:\n  containers:\n    - name: web\n      image: ${image}\n`,
    }).fixAll() ?? '';
  assert.match(fixed('registry.example.com/web:1.4'), /runAsUser/);
  assert.match(fixed('example/web:1.4'), /allowPrivilegeEscalation/);
  assert.doesNotMatch(fixed('example/web:1.4'), /runAsUser/);
});
