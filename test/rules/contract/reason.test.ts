import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../rules/catalog/index.ts';
import { Scope } from '../../harness/scope.ts';

/** The severity of a rule's first finding. */
function weightOf(id: string, language: 'yaml' | 'compose', text: string): string | undefined {
  const scope = new Scope(
    rules.filter((rule) => rule.id === id),
    { language, text },
  );
  return scope.findings[0]?.severity;
}

const reason = '# Outside clients have no identity of the mesh.';
const mtls = (above: string): string =>
  `apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: cart}\nspec:\n  ${above}\n  mtls:\n    mode: PERMISSIVE\n`;

describe('a reason directly above', () => {
  it('makes mutual TLS that is not asked for weigh one step less', () => {
    assert.equal(weightOf('permissive-mtls', 'yaml', mtls(reason)), 'medium');
    assert.equal(weightOf('permissive-mtls', 'yaml', mtls('# Mutual TLS.')), 'high');
    assert.equal(weightOf('permissive-mtls', 'yaml', mtls(`${reason}\n`)), 'high', 'a blank line parts them');
    assert.equal(weightOf('permissive-mtls', 'yaml', mtls('# mode: STRICT once all the clients are in')), 'high');
  });

  it('counts for a port, a namespace of the host and capabilities', () => {
    const port = (above: string): string =>
      `apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: cart}\nspec:\n  selector: {matchLabels: {app: cart}}\n  portLevelMtls:\n${above}    8080:\n      mode: DISABLE\n`;
    assert.equal(weightOf('disabled-port-mtls', 'yaml', port(`    ${reason}\n`)), 'medium');
    assert.equal(weightOf('disabled-port-mtls', 'yaml', port('')), 'high');
    const pod = (above: string, host: string): string =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n${above}  ${host}: true\n  containers:\n    - {name: web, image: nginx:1.29}\n`;
    for (const [id, key] of [
      ['host-network', 'hostNetwork'],
      ['host-pid', 'hostPID'],
      ['host-ipc', 'hostIPC'],
    ] as const) {
      const [plain, reasoned] = ['', `  ${reason}\n`].map((above) => weightOf(id, 'yaml', pod(above, key)));
      assert.deepEqual([id, plain, reasoned], [id, 'high', 'medium']);
    }
    const service = (above: string, lines: string): string =>
      `services:\n  web:\n    image: nginx:1.29\n${above}    ${lines}\n`;
    for (const [id, lines] of [
      ['compose-host-namespace', 'pid: host'],
      ['compose-capability', 'cap_add:\n      - SYS_ADMIN'],
    ] as const) {
      const [plain, reasoned] = ['', `    ${reason}\n`].map((above) => weightOf(id, 'compose', service(above, lines)));
      assert.deepEqual([id, plain, reasoned], [id, 'high', 'medium']);
    }
  });

  it('counts for the capabilities of a container', () => {
    const of = (above: string): string | undefined =>
      weightOf(
        'dangerous-capability',
        'yaml',
        `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      securityContext:\n        capabilities:\n          add:\n${above}            - SYS_ADMIN\n`,
      );
    assert.equal(of(''), 'high');
    assert.equal(of(`            ${reason}\n`), 'medium');
  });
});
