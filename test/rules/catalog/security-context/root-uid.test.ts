import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import rule from '../../../../rules/catalog/security-context/root-uid.ts';
import { pod, testRule } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';

testRule(rule, ({ check, clean, fix }) => {
  check("the pod's value is one finding, whatever the number of containers")(pod`
    securityContext:
      runAsUser: 0
    #            ^ root-uid 💡 "Runs as root: runAsUser of the pod is 0"
    containers:
      - name: web
        image: nginx:1.29
      - name: log
        image: fluent-bit:4.1
  `);

  check('runAsNonRoot beside it does not help (checkov CKV_K8S_23 passes this)')(pod`
    securityContext:
      runAsNonRoot: true
    containers:
      - name: web
        image: nginx:1.29
        securityContext:
          runAsUser: 0x0
    #                ^^^ root-uid 💡 "Runs as root: runAsUser of container web is 0"
  `);

  check('user namespaces count from 1.35 on', { kubernetes: 34 })(pod`
    hostUsers: false
    containers:
      - name: web
        image: nginx:1.29
        securityContext:
          runAsUser: 0
    #                ^ root-uid 💡
  `);

  clean('root in a user namespace')(pod`
    hostUsers: false
    containers:
      - name: web
        image: nginx:1.29
        securityContext:
          runAsUser: 0
  `);

  fix('chooses a number above the accounts of the node')(pod`
      containers:
        - name: web
          image: registry.example.com/web:1
          securityContext:
    -       runAsUser: 0
    +       runAsUser: 10001
  `);

  fix('the user of the image, and what stands against one for all', {
    title: /user 1000 \(node of the image\) \(if they need no root, and none of them need be user 10001\)$/,
  })(pod`
      securityContext:
    -   runAsUser: 0
    +   runAsUser: 1000
      containers:
        - name: web
          image: node:24
        - name: log
          image: registry.example.com/log:1
  `);
});

describe('in the profile recommended', () => {
  const told = (init: string): boolean =>
    found(
      'web.yaml',
      `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  initContainers:\n    - name: first\n      image: busybox:1.37\n      command: ${init}\n      securityContext: {runAsUser: 0}\n`,
    ).includes(rule.id);

  it('leaves out an init container that only gives files to somebody', () => {
    assert.equal(told('[sh, -c, "chown -R 1000:1000 /data && chmod 700 /data"]'), false);
    assert.equal(told('[chown, -R, "1000", /data]'), false);
    assert.equal(told('[sh, -c, "find /data -exec chown 1000 {} +; exit 0"]'), false);
  });

  it('tells one that does anything else', () => {
    assert.equal(told('[sh, -c, "chown 1000 /data && curl https://example.com/x"]'), true);
    assert.equal(told('[sh, -c, "mkdir /data"]'), true);
  });

  it('leaves out the number of a pod whose containers have their own', () => {
    const ids = (own: string): number =>
      found(
        'web.yaml',
        `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  securityContext: {runAsUser: 0}\n  containers:\n    - name: web\n      image: registry.example.com/web:1\n      securityContext: {${own}}\n`,
      ).filter((id) => id === rule.id).length;
    assert.equal(ids('runAsUser: 0'), 1);
    assert.equal(ids('runAsUser: 1000'), 0);
    assert.equal(ids(''), 1);
  });
});
