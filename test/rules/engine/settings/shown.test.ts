import assert from 'node:assert/strict';
import { it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';
import { found } from '../../../harness/recommended.ts';

const pod = `apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
spec:
  containers:
    - name: web
      image: nginx:latest
      ports: [{containerPort: 8080}]
      securityContext:
        allowPrivilegeEscalation: true
        runAsUser: 1000
`;
const privileged = pod.replace('allowPrivilegeEscalation', 'privileged');

it('a sample is judged for what is written in it, and its tag is not', () => {
  assert.deepEqual(found('k8s/web.yaml', pod), [
    'unisolated-ingress',
    'seccomp-unset',
    'undropped-capabilities',
    'image-tag-latest',
    'privilege-escalation',
  ]);
  assert.deepEqual(found('examples/web.yaml', pod), ['privilege-escalation']);
});

it('of a test only what is dangerous by itself is said', () => {
  assert.deepEqual(found('test/web.yaml', pod), []);
  assert.deepEqual(found('test/web.yaml', privileged), ['privileged-container']);
});

it('a stricter profile, a rule that is named and a framework ask for all', () => {
  const strict = found('test/web.yaml', pod, 'strict');
  for (const rule of ['seccomp-unset', 'image-tag-latest', 'running-as-root']) assert(strict.includes(rule), rule);
  const named = { severity: new Map([['image-tag-latest', 'low'] as const]) };
  assert.deepEqual(found('test/web.yaml', pod, 'recommended', named), ['image-tag-latest']);
  const framework = found('k8s/web.yaml', pod, 'recommended', { frameworks: ['pss-restricted'] });
  assert(framework.includes('running-as-root'));
});

it('an ignore of what is not asked for here is in use', () => {
  const ignored = pod.replace('      image:', '      # seaworthy-ignore image-tag-latest: a test\n      image:');
  assert.deepEqual(found('test/web.yaml', ignored), []);
});

it('root as the user is obvious where the image has one of its own', () => {
  const workspace = new Workspace(rules);
  workspace.complete = true;
  const give = (path: string, text: string): unknown => workspace.update({ path, text }, defaultSettings);
  const rooted = pod.replace('runAsUser: 1000', 'runAsUser: 0').replace('nginx:latest', 'shop/web:1.4');
  const about = (): readonly string[] => {
    workspace.refresh();
    const found = workspace.findings('/r/k8s/web.yaml').map(({ rule }) => rule);
    return found.filter((rule) => /root/.test(rule));
  };
  give('/r/k8s/web.yaml', rooted);
  assert.deepEqual(about(), ['root-uid']);
  give('/r/web/Dockerfile', 'FROM node:24-slim\nUSER 1000:1000\n');
  assert.deepEqual(about(), ['root-over-non-root-image']);
});

it('mutual TLS is nothing that a webhook could ask of the API server', () => {
  const peer = (app: string): string => `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: a, namespace: shop}
spec:
  selector: {matchLabels: {app: ${app}}}
  portLevelMtls:
    8443: {mode: DISABLE}
`;
  assert.deepEqual(found('k8s/a.yaml', peer('cart')), ['disabled-port-mtls']);
  assert.deepEqual(found('k8s/a.yaml', peer('cart-webhook')), []);
});

it('a proxy of the socket of the runtime is what has to have it', () => {
  const service = (image: string): string =>
    `services:\n  a:\n    image: ${image}\n    volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"]\n`;
  assert.deepEqual(found('compose.yaml', service('traefik:v3.6')), ['compose-runtime-socket']);
  assert.deepEqual(found('compose.yaml', service('tecnativa/docker-socket-proxy:v0.4.2')), []);
});

it('the star for kinds that a project brought along is no secret of the cluster', () => {
  const role = (group: string): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: shop}
rules:
  - apiGroups: [${group}]
    resources: ["*"]
    verbs: [get, list, watch, update]
`;
  assert.deepEqual(found('k8s/role.yaml', role('apps')), ['wildcard-resources']);
  assert.deepEqual(found('k8s/role.yaml', role('shop.example.com')), []);
  assert.deepEqual(found('k8s/role.yaml', role('argoproj.io')), ['wildcard-resources']);
  const every = role('shop.example.com').replace('[get, list, watch, update]', '["*"]');
  assert.deepEqual(found('k8s/role.yaml', every), []);
  // One finding for one item: that of the verbs says that they are on every resource.
  assert.deepEqual(
    found('k8s/role.yaml', every.replace('shop.example', 'helm.toolkit.fluxcd').replace('.com', '.io')),
    ['wildcard-verbs'],
  );
});

it('nobody edits a release of others', () => {
  const path = 'clusters/prod/flux-system/gotk-components.yaml';
  assert.deepEqual(found(path, pod), []);
  assert.deepEqual(found(path, privileged), ['privileged-container']);
});

it('a folder whose files keep its group is no program', () => {
  const chmod = (words: string): readonly string[] =>
    found('Dockerfile', `FROM debian:13-slim\nRUN chmod ${words}\nUSER 1000:1000\n`);
  assert.deepEqual(chmod('g+s /srv/projects'), []);
  assert.deepEqual(chmod('2775 /srv/projects'), []);
  assert.deepEqual(chmod('g+s /usr/bin/wall'), ['setuid-file']);
  assert.deepEqual(chmod('u+s /srv/tool'), ['setuid-file']);
});

it('what is fetched without encryption needs no word on its checksum', () => {
  const text = 'FROM debian:13-slim\nADD http://example.com/tool.bin /opt/\nUSER 1000:1000\n';
  assert.deepEqual(found('Dockerfile', text), ['plain-http-download']);
});

it('a capability that the engine gives anyway is none that is added', () => {
  const service = 'services:\n  a:\n    image: web:1.4\n    cap_add: [NET_RAW, SYS_ADMIN]\n';
  assert.deepEqual(found('compose.yaml', service), ['compose-capability']);
});

it('somebody who asks for a folder of samples, or opens it, means what is in it', () => {
  const path = '/r/examples/web.yaml';
  const about = (more: { readonly name?: string; readonly askedFor?: string }): readonly string[] => {
    const workspace = new Workspace(rules);
    workspace.update({ path, text: pod, ...more }, { ...defaultSettings, root: '/r' });
    return workspace.findings(path).map(({ rule }) => rule);
  };
  assert(!about({ name: 'examples/web.yaml' }).includes('seccomp-unset'));
  assert(about({ name: 'web.yaml' }).includes('seccomp-unset'));
  assert(about({ name: 'examples/web.yaml', askedFor: '/r/examples' }).includes('seccomp-unset'));
});

it('a password that a test thought up is for those who are strict, and any other is not', () => {
  const withPassword = (value: string): string =>
    pod.replace('      securityContext:', `      env: [{name: DB_PASSWORD, value: ${value}}]\n      securityContext:`);
  const told = (path: string, value: string, profile?: 'strict'): boolean =>
    found(path, withPassword(value), profile).includes('literal-secret-in-env');
  assert.equal(told('e2e/web.yaml', 'k8sDem0'), false);
  assert.equal(told('e2e/web.yaml', 'k8sDem0', 'strict'), true);
  assert.equal(told('k8s/web.yaml', 'k8sDem0'), true);
  assert.equal(told('e2e/web.yaml', 'mL7xQ2vR9tK4wZ8nB3yH6cJ1'), true);
});
