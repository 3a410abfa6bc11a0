import rule from '../../../../rules/catalog/network/open-sandbox-egress.ts';
import type { Example } from '../../../../rules/contract/example.ts';
import { testRule } from '../../../harness/index.ts';

const template = (spec: string): Example => ({
  language: 'yaml',
  text: `apiVersion: extensions.agents.x-k8s.io/v1beta1\nkind: SandboxTemplate\nmetadata:\n  name: python\nspec:\n${spec}`,
});
const to = (peer: string): Example => template(`  networkPolicy:\n    egress:\n      - to:\n          - ${peer}\n`);

testRule(rule, ({ check, clean, fix }) => {
  check('rules that name nobody, or everybody')(
    template(`  networkPolicy:
    egress:
      - ports:
#       ^^^^^ open-sandbox-egress "May call every address: sandboxes of python"
          - port: 53
      - to: []
#       ^^ open-sandbox-egress "May call every address: sandboxes of python"
      - to:
          - ipBlock:
#           ^^^^^^^ open-sandbox-egress "May call every address of the internet: sandboxes of python"
              cidr: ::/0
      - to:
          - podSelector: {}
#           ^^^^^^^^^^^ open-sandbox-egress "namespace"
      - to:
          - namespaceSelector: {}
#           ^^^^^^^^^^^^^^^^^ open-sandbox-egress "cluster"
      - to:
          - {}
#           ^^ open-sandbox-egress "forgets"
`),
  );
  check('no list')(template('  networkPolicy:\n    egress: {}\n#           ^^ open-sandbox-egress "shape"\n'));

  clean('a range')(to('ipBlock: { cidr: 10.20.0.0/16 }'));
  clean('some pods')(to('{ podSelector: { matchLabels: { app: mirror } }, namespaceSelector: {} }'));
  clean('a selector of expressions')(to('podSelector: { matchExpressions: [{ key: app, operator: Exists }] }'));
  clean('ingress alone, since all directions are isolated')(template('  networkPolicy:\n    ingress: []\n'));
  clean('what a template decides')(template('  networkPolicyManagement: {{ .Values.management }}\n'));

  clean('peers that a template fills in')(template('  networkPolicy:\n    egress:\n      - to: {{ .Values.to }}\n'));

  const closed = '  networkPolicy:\n    egress: []\n';
  fix('a policy where there is none')(template('  replicas: 1\n'), template(`  replicas: 1\n${closed}`));
  fix('the policy in force')(
    template(`${closed}  networkPolicyManagement: Unmanaged\n`),
    template(`${closed}  networkPolicyManagement: Managed\n`),
  );
});
