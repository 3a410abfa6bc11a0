import rule from '../../../../rules/catalog/mesh/namespace-outside-mesh.ts';
import type { Example } from '../../../../rules/contract/example.ts';
import { testRule } from '../../../harness/index.ts';

const namespace = (name: string, metadata = ''): string =>
  `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n${metadata}`;
const label = (key: string, value = 'enabled'): string => `  labels:\n    ${key}: ${value}\n`;
const pod = (of: string, metadata = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: ${of}\n${metadata}spec:\n  containers:\n    - name: web\n      image: nginx:1.29\n`;
const scope = (...documents: readonly string[]): Example => ({ language: 'yaml', text: documents.join('---\n') });

const meshed = namespace('shop', label('istio-injection'));

testRule(rule, ({ check, clean, fix }) => {
  const drawn =
    '#       ^^^^ namespace-outside-mesh 💡 "Not in the mesh that other namespaces are in: namespace bank, with Pod web"\n';
  check('that holds pods')(scope(meshed, namespace('bank', drawn), pod('bank')));
  check('with labels of its own')(scope(meshed, namespace('bank', drawn + label('team', 'money')), pod('bank')));

  check('beside one that stays outside')(
    scope(namespace('edge', label('istio-injection', 'disabled')), meshed, namespace('bank', drawn), pod('bank')),
  );
  clean('whose pods are on the network of their node')(
    scope(meshed, namespace('bank'), pod('bank').replace('spec:\n', 'spec:\n  hostNetwork: true\n')),
  );

  clean('without a mesh')(scope(namespace('shop'), namespace('bank'), pod('bank')));
  clean('without pods')(scope(meshed, namespace('bank')));
  clean('whose pods say so themselves')(
    scope(meshed, namespace('bank'), pod('bank', label('sidecar.istio.io/inject', '"true"'))),
  );
  clean('that is said to stay outside')(
    scope(meshed, namespace('bank', label('istio.io/dataplane-mode', 'none')), pod('bank')),
  );
  clean('that is in by its revision')(scope(meshed, namespace('bank', label('istio.io/rev', 'stable')), pod('bank')));
  for (const name of ['kube-system', 'istio-system', 'cert-manager'])
    clean(`named ${name}`)(scope(meshed, namespace(name), pod(name)));

  const strict = `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: istio-system
spec:
  mtls:
    mode: STRICT
`;

  const joins = (how: string): void =>
    fix(`as others joined: ${how.trim().split('\n').at(-1)?.trim()}`)(
      scope(namespace('shop', how), namespace('bank'), pod('bank'), strict),
      scope(namespace('shop', how), namespace('bank', how), pod('bank'), strict),
    );
  joins(label('istio-injection'));
  joins(label('istio.io/dataplane-mode', 'ambient'));
  joins(label('istio.io/rev', 'stable'));
  fix('and requires mutual TLS where nothing says what the proxies accept')(
    scope(meshed, namespace('bank'), pod('bank')),
    scope(meshed, namespace('bank', label('istio-injection')), strict.replace('istio-system', 'bank'), pod('bank')),
  );
  joins('  annotations:\n    linkerd.io/inject: enabled\n');
});
