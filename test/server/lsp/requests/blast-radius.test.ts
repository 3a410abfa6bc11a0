import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Position } from 'vscode-languageserver';
import { Client, type ClientOptions } from '../client.ts';
import { rangeOf } from '../texts.ts';

const deployment = (name: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: shop}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec:
      containers: [{name: main, image: "example.com/${name}:1.2.3", ports: [{containerPort: 80}]}]
`;
const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db, namespace: shop}
spec:
  podSelector: {matchLabels: {app: db}}
  ingress:
    - from: [{podSelector: {matchLabels: {app: cart}}}]
`;
const permission = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: root}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{kind: ServiceAccount, name: default, namespace: shop}]
`;

interface Radius {
  readonly subject: { readonly name: string };
  readonly reaches: readonly {
    readonly title: string;
    readonly by: readonly { readonly message: string; readonly uri: string; readonly range: { start: Position } }[];
  }[];
}

async function using(options: ClientOptions, body: (client: Client) => Promise<void>): Promise<void> {
  const client = await Client.start(options);
  try {
    await body(client);
  } finally {
    await client.stop();
  }
}

const files = { 'db.yaml': deployment('db'), 'policy.yaml': policy, 'permission.yaml': permission };
const both = `# the shop\n---\n${deployment('web')}---\n${deployment('cart')}`;

const ask = async (client: Client, uri: string, position: Position): Promise<Radius | null> =>
  (await client.request('seaworthy/blastRadius', { uri, position })) as Radius | null;

describe('the blast radius', () => {
  it('is that of the workload at the position, with the files that decide', () =>
    using({ files }, async (client) => {
      const uri = client.uri('shop/both.yaml');
      client.open(uri, both);
      const inCart = rangeOf(both, 'example.com/cart').start;
      const cart = await ask(client, uri, inCart);
      assert.equal(cart?.subject.name, 'cart');
      const db = cart?.reaches.find(({ title }) => title === 'Deployment db (shop)');
      assert.deepEqual(
        db?.by.map((reason) => [
          reason.message,
          reason.uri === client.uri('shop/policy.yaml'),
          reason.range.start.line,
        ]),
        [
          ['No policy limits what comes out of Deployment cart (shop).', false, 19],
          ['NetworkPolicy db lets it in.', true, 6],
        ],
      );
      const web = await ask(client, uri, { line: 4, character: 0 });
      assert.equal(web?.subject.name, 'web');
      assert.ok(!web?.reaches.some(({ title }) => title === 'Deployment db (shop)'));
    }));

  it('is nothing where there is no workload', () =>
    using({ files }, async (client) => {
      const uri = client.uri('shop/policy.yaml');
      client.open(uri, policy);
      assert.equal(await ask(client, uri, { line: 0, character: 0 }), null);
    }));
});
