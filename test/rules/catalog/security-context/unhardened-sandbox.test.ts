import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/security-context/unhardened-sandbox.ts';
import type { Example } from '../../../../rules/contract/example.ts';
import { testRule } from '../../../harness/index.ts';
import { Scope } from '../../../harness/scope.ts';

const template = (runtime: string, kind = 'extensions.agents.x-k8s.io/v1beta1\nkind: SandboxTemplate'): Example => ({
  language: 'yaml',
  text: `apiVersion: ${kind}\nmetadata:\n  name: python\nspec:\n  podTemplate:\n    spec:\n${runtime}      containers:\n        - name: python\n          image: python:3.14-slim\n`,
});

testRule(rule, ({ check, clean, fix }) => {
  check('another runtime')(
    template(
      '      runtimeClassName: nvidia\n#                       ^^^^^^ unhardened-sandbox 💡 "RuntimeClass nvidia"\n',
    ),
  );

  clean('a class of its platform')(template('      runtimeClassName: kata-vm-isolation\n'));
  clean('what a template decides')(template('      runtimeClassName: {{ .Values.runtime }}\n'));
  clean('a pod of another project')(template('', 'example.com/v1\nkind: Sandbox'));

  clean('a line that may write it')(template('      {{- include "runtime" . }}\n'));

  fix('by a runtime')(template('      runtimeClassName: runc\n'), template('      runtimeClassName: gvisor\n'));
});

it('a class that is not among the files is an assumption; one that is, is taken', () => {
  const offered = (more: string): readonly (string | undefined)[] => {
    const text = `=== sandbox.yaml\n${template('').text}${more}`;
    const scope = new Scope([rule], { language: 'files', text });
    const [finding] = scope.findings;
    assert.ok(finding !== undefined);
    return scope.fixes(finding).map((one) => ('refused' in one ? one.refused : `${one.title}, ${one.assumes}`));
  };
  const kata =
    '=== kata.yaml\napiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: {name: kata-qemu}\nhandler: kata\n';
  assert.deepEqual(offered(''), ['Run it with RuntimeClass gvisor (if the cluster has a RuntimeClass gvisor), true']);
  assert.deepEqual(offered(kata), ['Run it with RuntimeClass kata-qemu, false']);
  assert.match(offered(kata.replace('kata-qemu', 'runc'))[0] ?? '', /gvisor/);
});
