import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/mesh/disabled-port-mtls.ts';
import { objects, testRule } from '../../../harness/index.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('ports as numbers and as strings')(objects`
    PeerAuthentication shop/cart
      selector:
        matchLabels:
          app: cart
      mtls:
        mode: STRICT
      portLevelMtls:
        8080:
          mode: DISABLE
    #           ^^^^^^^ disabled-port-mtls 💡 "Disables mutual TLS on port 8080: PeerAuthentication cart"
        "9090":
          mode: PERMISSIVE
    #           ^^^^^^^^^^ disabled-port-mtls 💡 "Accepts plain text on port 9090: PeerAuthentication cart"
        9443:
          mode: STRICT
  `);

  clean('without a selector, which Istio refuses')(objects`
    PeerAuthentication shop/cart
      mtls:
        mode: STRICT
      portLevelMtls:
        8080:
          mode: DISABLE
  `);

  fix('requires it on the port')(objects`
      PeerAuthentication shop/cart
        selector:
          matchLabels:
            app: cart
        portLevelMtls:
    -     8080: { mode: DISABLE }
    +     8080: { mode: STRICT }
  `);
});

it('a port that is scraped weighs little', () => {
  const of = (port: number, name = 'cart'): string | undefined => {
    const spec = `spec: {selector: {matchLabels: {app: cart}}, portLevelMtls: {${port}: {mode: PERMISSIVE}}}`;
    const text = `apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: ${name}}\n${spec}\n`;
    return new Scope([rule], { language: 'yaml', text }).findings[0]?.severity;
  };
  assert.equal(of(9187), 'low');
  assert.equal(of(8080, 'cart-metrics'), 'low');
  assert.equal(of(8080), 'high');
});
