import rule from '../../../../rules/catalog/access/nameless-verb.ts';
import type { Example } from '../../../../rules/contract/example.ts';
import { testRule } from '../../../harness/index.ts';

const role = (verbs: string, resources = '[secrets]', names = '[token]'): Example => ({
  language: 'yaml',
  text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: reader
rules:
  - apiGroups: [""]
    resources: ${resources}
    resourceNames: ${names}
    verbs: ${verbs}
`,
});

testRule(rule, ({ check, clean, fix }) => {
  check('each verb')(
    role(`
      - get
      - create
#       ^^^^^^ nameless-verb 💡
      - deletecollection
#       ^^^^^^^^^^^^^^^^ nameless-verb 💡`),
  );

  clean('verbs that know names')(role('[get, delete, patch]'));
  clean('without names')(role('[create]', '[secrets]', '[]'));
  clean('a subresource, whose owner has a name')(role('[create]', '[pods/exec]', '[web]'));
  clean('all resources, of which some are subresources')(role('["create"]', '["*"]'));

  fix('takes it away')(role('[get, create]'), role('[get]'));
  const before = role('[create]');
  fix('takes the rule away with its last verb')(before, {
    ...before,
    text: before.text.replace(/rules:\n.*$/s, 'rules: []\n'),
  });
});
