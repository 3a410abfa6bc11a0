import rule from '../../../../rules/catalog/security-context/unhardened-sandbox.ts';
import type { Example } from '../../../../rules/contract/example.ts';
import { testRule } from '../../../harness/index.ts';

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
