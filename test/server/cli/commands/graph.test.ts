import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Folder } from '../program.ts';

const folder = new Folder();
after(() => folder.remove());

const workload = (name: string, pod: string, mounts = ''): string => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: shop}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec:
${pod}      containers:
        - name: main
          image: example.com/${name}:1.2.3
          ports: [{containerPort: 8080}]
${mounts}`;
folder.write(
  'shop.yaml',
  `${workload('web', '')}${workload('cart', '      serviceAccountName: cart\n      volumes: [{name: logs, hostPath: {path: /var/log}}]\n', '          volumeMounts: [{name: logs, mountPath: /logs}]\n')}${workload('db', '')}---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db, namespace: shop}
spec:
  podSelector: {matchLabels: {app: db}}
  policyTypes: [Ingress, Egress]
  ingress:
    - from: [{podSelector: {matchLabels: {app: cart}}}]
      ports: [{port: 8080}]
---
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {istio-injection: enabled}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: default, namespace: shop}
spec: {mtls: {mode: STRICT}}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader, namespace: shop}
rules: [{apiGroups: [""], resources: [secrets], verbs: [get, list]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: cart, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
subjects: [{kind: ServiceAccount, name: cart, namespace: shop}, {kind: User, name: ann}]
`,
);

interface Item {
  readonly title: string;
  readonly notes: readonly string[];
  readonly by: readonly {
    readonly message: string;
    readonly file: string;
    readonly range: { start: { line: number } };
  }[];
}
type Section = 'reachedBy' | 'reaches' | 'may' | 'host';

function graph(...args: string[]): { readonly [section in Section]: readonly Item[] } {
  const { status, out, error } = folder.run('graph', ...args, '--format', 'json');
  assert.equal(status, 0, error);
  return JSON.parse(out) as { readonly [section in Section]: readonly Item[] };
}
const titles = (items: readonly Item[]): string[] => items.map(({ title }) => title);

describe('seaworthy graph', () => {
  it('follows the policies in both directions', () => {
    const cart = graph('--workload', 'deployment/cart');
    assert.deepEqual(titles(cart.reaches), [
      'The world outside',
      'The metadata of the cloud',
      'Deployment web (shop)',
      'Deployment db (shop)',
    ]);
    const db = graph('--workload', 'db');
    assert.deepEqual(titles(db.reachedBy), ['Deployment cart (shop)']);
    assert.deepEqual(titles(db.reaches), []);
    assert.deepEqual(db.reachedBy[0]?.notes, ['port 8080', 'mutual TLS']);
  });

  it('names the lines that decide', () => {
    const [only] = graph('--workload', 'db').reachedBy;
    assert.deepEqual(
      only?.by.map(({ message, file, range }) => [message, file, range.start.line + 1]),
      [
        ['No policy limits what comes out of Deployment cart (shop).', 'shop.yaml', 22],
        ['NetworkPolicy db lets it in.', 'shop.yaml', 56],
        ['PeerAuthentication default decides on mutual TLS.', 'shop.yaml', 66],
      ],
    );
  });

  it('knows the ways in from outside', () => {
    assert.equal(titles(graph('--workload', 'web').reachedBy)[0], 'The world outside');
  });

  it('says what the account may do and what is taken from the node', () => {
    const { may, host } = graph('--workload', 'cart');
    assert.deepEqual(titles(may), ['get, list on secrets']);
    assert.deepEqual(may[0]?.notes, ['in shop', 'may read every secret']);
    assert.deepEqual(titles(host), ['writes /var/log of its node']);
  });

  it('says what a user or an account may do', () => {
    assert.deepEqual(titles(graph('--subject', 'user:ann').may), ['get, list on secrets']);
    assert.deepEqual(titles(graph('--subject', 'serviceaccount:shop/cart').may), ['get, list on secrets']);
    assert.deepEqual(titles(graph('--subject', 'group:nobody').may), []);
  });

  it('writes text and Mermaid', () => {
    const { out } = folder.run('graph', '--workload', 'db');
    assert.match(
      out,
      /^Deployment shop\/db\n\nIs reached by:\n {2}- Deployment cart \(shop\), port 8080, mutual TLS\n {6}shop\.yaml:22 /,
    );
    const mermaid = folder.run('graph', '--workload', 'db', '--format', 'mermaid').out;
    assert.equal(
      mermaid,
      'flowchart LR\n  subject(["Deployment db (shop)"])\n  reachedBy0["Deployment cart (shop)"] -->|"port 8080, mutual TLS"| subject\n',
    );
  });

  it('says what is wrong with a question', () => {
    assert.match(folder.run('graph').error, /either --workload KIND\/NAME or --subject/);
    assert.match(folder.run('graph', '--workload', 'nobody').error, /no workload here is called nobody/);
    assert.match(folder.run('graph', '--subject', 'ann').error, /--subject is user:NAME/);
    folder.write('other.yaml', workload('db', '').replace('namespace: shop', 'namespace: bank'));
    assert.match(folder.run('graph', '--workload', 'db').error, /several workloads are called db: Deployment\/db in/);
    assert.equal(folder.run('graph', '--workload', 'db', '-n', 'bank').status, 0);
  });
});
