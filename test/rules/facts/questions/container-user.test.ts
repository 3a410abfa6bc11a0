import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import rule from '../../../../rules/catalog/security-context/running-as-root.ts';
import { Scope } from '../../../harness/scope.ts';

/** The first offer's title. */
function offered(spec: string, before = '', after = ''): string {
  const text = `${before}=== pod.yaml\napiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels: {app: web}\nspec:\n${spec}\n${after}`;
  const scope = new Scope([rule], { language: 'files', text });
  const [finding] = scope.findings;
  assert.ok(finding !== undefined);
  const [first] = scope.fixes(finding);
  assert.ok(first !== undefined);
  const isBulk = scope.fixAll() !== undefined;
  if ('refused' in first) return first.refused;
  assert.equal(isBulk, !first.assumes, first.title);
  return first.title;
}

it('an image that others make for everybody is left to a person, alone or by the name of the rule', () => {
  const scope = (image: string): Scope =>
    new Scope([rule], {
      language: 'yaml',
      text: `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers: [{name: web, image: "${image}"}]\n`,
    });
  for (const image of ['ghcr.io/example/web:1', 'example/web:1', 'quay.io/example/web:1']) {
    assert.equal(scope(image).fixAll(), undefined, image);
    assert.match(scope(image).fixAll(new Set([rule.id])) ?? '', /runAsNonRoot: true/);
  }
  for (const image of ['registry.example.com/web:1', 'node:24', 'web:1'])
    assert.match(scope(image).fixAll() ?? '', /runAsNonRoot: true/, image);
});

it('an image of theirs is left to a person where a Dockerfile names a user, or starts what nobody tried', () => {
  const fixed = (dockerfile: string, image: string): string | undefined =>
    new Scope([rule], {
      language: 'files',
      text: `=== web/Dockerfile\n${dockerfile}\n=== pod.yaml\napiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers: [{name: web, image: "${image}"}]\n`,
    }).fixAll();
  const named = 'FROM node:24\nRUN adduser --system nextjs\nCOPY --chown=nextjs . .\nUSER nextjs\nCMD ["node", "x.js"]';
  assert.equal(fixed(named, 'registry.example.com/shop-frontend:1'), undefined);
  const root = (start: string): string => `FROM node:24\nCOPY . .\nCMD ${start}`;
  assert.equal(fixed(root('["npm", "start"]'), 'registry.example.com/web:1'), undefined);
  assert.match(fixed(root('["node", "x.js"]'), 'registry.example.com/web:1') ?? '', /runAsUser: 1000/);
  assert.match(fixed(root('["node", "x.js"]'), 'registry.example.com/other:1') ?? '', /runAsUser: 10001/);
});

describe('what stands against a user of a pod', () => {
  const container = (more: string, image = 'registry.example.com/web:1') =>
    `  containers:\n    - name: web\n      image: ${image}\n${more}`;

  for (const [name, more, clause] of [
    ['its folder', '      workingDir: /root/x\n', /nothing below \/root/],
    [
      'a mount',
      '      volumeMounts: [{name: a, mountPath: /root/.config}]\n  volumes: [{name: a, emptyDir: {}}]\n',
      /below \/root/,
    ],
    ['a variable', '      env: [{name: HOME, value: /root}]\n', /below \/root/],
    ['its command', '      command: [sh, -c, cat /root/x]\n', /below \/root/],
    ['its script', '      command: [sh, -c, "echo x > /etc/x"]\n', /writing \/etc\/x in its script needs no root/],
    ['what it installs', '      command: [sh, -c, "pip install x && x"]\n', /pip may install as another user/],
    [
      'the source of a script',
      '      command: [bash]\n      source: |\n        gosu web x\n',
      /gosu in its script needs no root/,
    ],
    [
      'a program that needs root',
      '      command: [sh, -c, apt-get update && sleep 9]\n',
      /apt-get in its script needs no root/,
    ],
    ['a program that steps down', '      args: [gosu, app, run]\n', /gosu starts without root/],
    ['capabilities', '      securityContext: {capabilities: {add: [NET_ADMIN]}}\n', /no root for NET_ADMIN/],
    ['privileges', '      securityContext: {privileged: true}\n', /privileged/],
    [
      'a share',
      '      volumeMounts: [{name: a, mountPath: /data}]\n  volumes: [{name: a, nfs: {server: a, path: /}}]\n',
      /may write \/data/,
    ],
    [
      'a folder of the node',
      '      volumeMounts: [{name: a, mountPath: /logs, readOnly: true}]\n  volumes: [{name: a, hostPath: {path: /var/log}}]\n',
      /may use \/logs of the node/,
    ],
    ['a low port of the node', '      ports: [{containerPort: 53}]\n  hostNetwork: true\n', /port 53/],
  ] as const)
    it(`is ${name}`, () => {
      assert.match(offered(container(more)), clause);
    });

  for (const [name, more] of [
    [
      'a claim whose files are given to a group',
      '      volumeMounts: [{name: a, mountPath: /data}]\n  securityContext: {fsGroup: 2000}\n  volumes: [{name: a, persistentVolumeClaim: {claimName: a}}]\n',
    ],
    [
      'a claim that is only read',
      '      volumeMounts: [{name: a, mountPath: /data, readOnly: true}]\n  volumes: [{name: a, persistentVolumeClaim: {claimName: a}}]\n',
    ],
    ['an empty folder', '      volumeMounts: [{name: a, mountPath: /data}]\n  volumes: [{name: a, emptyDir: {}}]\n'],
    ['a port above 1024', '      ports: [{containerPort: 8080}]\n'],
  ] as const)
    it(`is not ${name}`, () => {
      assert.match(offered(container(more)), /^Run as user 10001 [^\n]*for it\)$/);
    });

  it('is what is known of the image', () => {
    assert.match(offered(container('', 'httpd:2.4')), /user 33 .*if httpd may write/);
    const claim =
      '      volumeMounts: [{name: a, mountPath: /data}]\n  volumes: [{name: a, persistentVolumeClaim: {claimName: a}}]\n';
    assert.match(offered(container(claim, 'postgres:17')), /user 999 .*if user 999 may write \/data/);
    assert.match(offered(container('', 'docker:28-dind')), /Docker daemon/);
    assert.match(
      offered(container('', 'mirror.example.com/library/mysql:8.4')),
      /user 999 .*if mysql starts without root/,
    );
    assert.match(
      offered(container('      command: [mysqldump]\n', 'mirror.example.com/mysql:8.4')),
      /^Run as user 10001 [^\n]*for it\)$/,
    );
  });

  it('is a Service or a policy that speaks of the port of nginx', () => {
    const nginx = container('      ports: [{containerPort: 80}]\n', 'nginx:1.28');
    assert.match(offered(nginx), /unprivileged.*forbid root$/);
    const service =
      '---\napiVersion: v1\nkind: Service\nmetadata:\n  name: shop\nspec:\n  selector: {app: web}\n  ports: [{port: 80}]\n';
    assert.match(offered(nginx, '', service), /if Service shop sends to port 8080/);
    assert.match(offered(nginx, '', service.replace('app: web', 'app: other')), /forbid root$/);
    const policy =
      '---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: shut\nspec:\n  podSelector: {}\n  ingress: [{ports: [{port: 80}]}]\n';
    assert.match(offered(nginx, '', policy), /policy shut lets port 8080 in/);
    assert.match(offered(nginx, '', policy.replace('{port: 80}', '{port: 80, endPort: 9000}')), /forbid root$/);
    assert.match(offered(nginx, '', policy.replace(/ {2}ingress: .*\n/, '')), /forbid root$/);
    const mount =
      '      volumeMounts: [{name: c, mountPath: /etc/nginx/nginx.conf, subPath: nginx.conf}]\n  volumes: [{name: c, configMap: {name: c}}]\n';
    assert.match(offered(container(mount, 'nginx:1.28')), /pid file in \/tmp/);
  });

  it('is no longer asked where the image says its number', () => {
    const claim =
      '      volumeMounts: [{name: a, mountPath: /data}]\n  volumes: [{name: a, persistentVolumeClaim: {claimName: a}}]\n';
    assert.equal(offered(container(claim, 'grafana/grafana:12')), 'Forbid root (the image runs as user 472)');
  });
});
