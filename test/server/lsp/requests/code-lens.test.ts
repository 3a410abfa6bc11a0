import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeLens } from 'vscode-languageserver';
import { Client, type ClientOptions } from '../client.ts';

async function using<T>(options: ClientOptions, body: (client: Client) => Promise<T>): Promise<T> {
  const client = await Client.start(options);
  try {
    return await body(client);
  } finally {
    await client.stop();
  }
}

const lenses = async (client: Client, uri: string): Promise<readonly CodeLens[]> =>
  (await client.request('textDocument/codeLens', { textDocument: { uri } })) as CodeLens[];

const pod = (name: string, spec: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: shop, labels: {app: ${name}}}\nspec:\n${spec}`;
const powerful = pod(
  'web',
  [
    '  hostPID: true\n  hostNetwork: true\n  containers:',
    '    - name: a\n      image: example.com/a:1\n      securityContext: {privileged: true}',
    '      volumeMounts: [{name: run, mountPath: /run/containerd/containerd.sock}]',
    '  volumes: [{name: run, hostPath: {path: /run/containerd/containerd.sock}}]\n',
  ].join('\n'),
);
const service =
  'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}\n';
const permission = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: root}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{kind: ServiceAccount, name: default, namespace: shop}]
`;

describe('the line above a workload', () => {
  const plain = pod('plain', '  containers: [{name: a, image: example.com/a:1}]\n');
  const titles = (text: string): Promise<readonly unknown[]> =>
    using({}, async (client) => {
      const uri = client.uri('shop/web.yaml');
      client.open(uri, text);
      return (await lenses(client, uri)).map(({ range, command }) => [range.start.line, command?.title]);
    });

  it('can be turned off', () =>
    using({ settings: () => ({ codeLens: false }) }, async (client) => {
      const uri = client.uri('shop/web.yaml');
      client.open(uri, powerful);
      assert.deepEqual(await lenses(client, uri), []);
    }));

  it('says the worst that its pods may do, and leads to the picture', () =>
    using({}, async (client) => {
      const uri = client.uri('shop/web.yaml');
      client.open(uri, `# the shop\n---\n${plain}---\n${permission}`);
      assert.deepEqual(
        (await lenses(client, uri)).map(({ range, command }) => [range.start.line, command?.title, command?.command]),
        [[2, 'may do everything in the cluster', 'seaworthy.showBlastRadius']],
      );
    }));

  it('says what pods take from their node, and who reaches them, of none but those', async () =>
    assert.deepEqual(await titles(`${plain}---\n${powerful}---\n${service}`), [
      [6, 'privileged · sees the node · reachable from outside'],
    ]));

  it('says three things at most, whatever else they take from their node', async () => {
    assert.deepEqual(await titles(powerful), [[0, 'privileged · sees the node · commands the node']]);
    assert.deepEqual(await titles(`${powerful}---\n${service}---\n${permission}`), [
      [0, 'privileged · may do everything in the cluster · reachable from outside'],
    ]);
  });
});
