import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import egress from '../../../../../rules/catalog/network/unisolated-egress.ts';
import ingress from '../../../../../rules/catalog/network/unisolated-ingress.ts';
import { defaultSettings } from '../../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../../rules/engine/workspace.ts';
import { connection, outsideOf, portsOf } from '../../../../../rules/facts/questions/connections.ts';

const workload = (name: string, env: string, namespace = 'shop'): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}, version: v1}}
    spec:
      containers:
        - name: ${name}
          image: example.com/${name}:1.2.3
          ports: [{containerPort: 8080, name: http}]
          env: [${env}]
`;
const service = (name: string, rest = ''): string => `apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop}
spec:
  selector: {app: ${name}}
  ports: [{port: 80, targetPort: http}]
${rest}`;

const files = {
  'web.yaml': workload(
    'web',
    '{name: CART_URL, value: "http://cart/api"}, {name: PAY, value: "https://api.example.com/v1"}',
  ),
  'cart.yaml': workload('cart', '{name: DB_HOST, value: db}'),
  'db.yaml': workload('db', ''),
  'idle.yaml': workload('idle', ''),
  'web-service.yaml': service('web', '  type: LoadBalancer\n'),
  'cart-service.yaml': service('cart'),
  'db-service.yaml': service('db'),
};

function shop(extra: { readonly [path: string]: string } = {}): Workspace {
  const workspace = new Workspace([ingress, egress]);
  for (const [path, text] of Object.entries({ ...files, ...extra }))
    workspace.update({ path, text }, { ...defaultSettings, profile: 'all' }, { retain: true });
  workspace.complete = true;
  workspace.refresh();
  return workspace;
}

/** The first fix of the first finding of a file. */
function policyFor(workspace: Workspace, path: string): { title: string; text: string } {
  const [finding] = workspace.findings(path);
  const fix = finding === undefined ? undefined : workspace.fixes(finding)[0];
  assert.ok(fix !== undefined && 'edits' in fix, path);
  return { title: fix.title, text: fix.edits[0]?.text ?? '' };
}

describe('a policy of what the files show', () => {
  it('names clients, Services, the world and DNS', () => {
    const workspace = shop();
    assert.match(
      policyFor(workspace, 'web.yaml').title,
      /from outside, to cart, api\.example\.com, DNS \(all else stops\)$/,
    );
    assert.match(policyFor(workspace, 'cart.yaml').title, /from web, to db, DNS/);
    assert.match(policyFor(workspace, 'db.yaml').title, /from cart, to DNS/);
  });

  it('is not offered where nothing is shown', () => {
    assert.doesNotMatch(policyFor(shop(), 'idle.yaml').title, /files show/);
  });

  it('selects by labels that do not change, and ports behind the Service', () => {
    const { text } = policyFor(shop(), 'cart.yaml');
    assert.ok(!text.includes('version'));
    assert.match(text, /port: 8080/);
    assert.ok(!text.includes('port: 80\n'));
  });

  it('lets through what was shown, and nothing else', () => {
    const before = shop();
    const names = ['web', 'cart', 'db', 'idle'];
    const policies = Object.fromEntries(
      names.slice(0, 3).map((name) => [`${name}-policy.yaml`, policyFor(before, `${name}.yaml`).text]),
    );
    const facts = shop(policies).facts();
    const of = (name: string) => {
      const found = facts.named('workload', name)[0];
      assert.ok(found !== undefined);
      return found;
    };
    const allowed = names.flatMap((from) =>
      names.flatMap((to) =>
        from !== to && portsOf(facts, of(to)).some((port) => connection(facts, of(from), of(to), port).allowed === true)
          ? [`${from} to ${to}`]
          : [],
      ),
    );
    // Nothing isolates `idle`, but it is isolated from by everybody else.
    assert.deepEqual(allowed, ['web to cart', 'cart to db', 'idle to web']);
    assert.equal(outsideOf(facts, of('web'))?.to, 'everything');
    assert.equal(outsideOf(facts, of('cart')), undefined);
  });

  it('lets the controller of an Ingress in from its namespace', () => {
    const workspace = shop({
      'ingress.yaml': `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop, namespace: shop}
spec:
  ingressClassName: nginx
  defaultBackend: {service: {name: cart, port: {number: 80}}}
`,
    });
    const { title, text } = policyFor(workspace, 'cart.yaml');
    assert.match(title, /from web, Ingress shop, to db/);
    assert.match(text, /kubernetes\.io\/metadata\.name: ingress-nginx/);
  });

  it('reads hosts in ConfigMaps', () => {
    const idle = workload('idle', '').replace('env: []', 'envFrom: [{configMapRef: {name: settings}}]');
    const workspace = shop({
      'idle.yaml': idle,
      'settings.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: shop}\ndata: {config: "cart: http://cart.shop.svc.cluster.local:80"}\n',
    });
    assert.match(policyFor(workspace, 'idle.yaml').title, /to cart, DNS/);
  });

  const webhook = (clientConfig: string): string => `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: hook}
webhooks:
  - name: hook.example.com
    clientConfig: ${clientConfig}
    sideEffects: None
    admissionReviewVersions: [v1]
`;

  it('opens the port of a webhook to everybody, since the API server has no label', () => {
    const workspace = shop({ 'hook.yaml': webhook('{service: {name: db, namespace: shop, port: 80}}') });
    const { title, text } = policyFor(workspace, 'db.yaml');
    assert.match(title, /from cart, the API server, to DNS \(all else stops\)$/);
    assert.match(text, /- ports:\n\s+- protocol: TCP\n\s+port: 8080/);
  });

  it('opens ports to whoever a monitor tells to ask', () => {
    const workspace = shop({
      'db-service.yaml': service('db').replace('namespace: shop}', 'namespace: shop, labels: {app: db}}'),
      'monitor.yaml':
        'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: db, namespace: shop}\nspec: {selector: {matchLabels: {app: db}}, endpoints: [{port: http}]}\n',
    });
    const { title, text } = policyFor(workspace, 'db.yaml');
    assert.match(title, /from cart, ServiceMonitor db, to DNS/);
    assert.match(text, /namespaceSelector: \{\}/);
  });

  it('assumes that nobody calls a Service of which no client is known', () => {
    const workspace = shop({
      'idle.yaml': workload('idle', '{name: DB_HOST, value: db}'),
      'idle-service.yaml': service('idle'),
    });
    assert.match(
      policyFor(workspace, 'idle.yaml').title,
      /from nobody, to db, DNS \(if nobody else calls Service idle\)$/,
    );
  });

  it('assumes that a Service for the API server leads elsewhere, where nobody knows whom it selects', () => {
    const workspace = shop({
      'idle.yaml': workload('idle', '{name: DB_HOST, value: db}'),
      'hook.yaml': webhook('{service: {name: hook, namespace: shop}}'),
      'hook-service.yaml':
        'apiVersion: v1\nkind: Service\nmetadata: {name: hook, namespace: shop}\nspec: {ports: [{port: 443, targetPort: 9443}]}\n',
    });
    assert.match(policyFor(workspace, 'idle.yaml').title, /\(if Service hook leads to other pods\)$/);
  });
});
