import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/admission/weak-pod-security-level.ts';
import { rules } from '../../../../rules/catalog/index.ts';
import { objects, testRule } from '../../../harness/index.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ clean }) => {
  clean('no label at all, which another rule says, and what belongs to the cluster')(objects`
    Namespace shop
    Namespace kube-system
      labels:
        pod-security.kubernetes.io/enforce: privileged
  `);

  for (const [name, spec, offered] of [
    [
      'is offered where the known pods meet it',
      '{containers: [{name: web, image: web, securityContext: {allowPrivilegeEscalation: false, runAsNonRoot: true, capabilities: {drop: [ALL]}, seccompProfile: {type: RuntimeDefault}}}]}',
      'Enforce the restricted standard (if all other pods of shop meet it)',
    ],
    [
      'leaves the level that a known pod needs',
      '{containers: [{name: web, image: web}]}',
      'The pods of Pod web would be refused; fix them first.',
    ],
  ] as const)
    it(`${name}, and never made in bulk`, () => {
      const text = `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    pod-security.kubernetes.io/enforce: baseline\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec: ${spec}\n`;
      const scope = new Scope(rules, { language: 'yaml', text });
      const [finding] = scope.findings.filter((one) => one.rule === rule.id);
      assert.ok(finding !== undefined);
      const [fix] = scope.fixes(finding);
      assert.equal(fix !== undefined && 'title' in fix ? fix.title : fix?.refused, offered);
      assert.equal(scope.fixAll(new Set([rule.id])), undefined);
    });
});
