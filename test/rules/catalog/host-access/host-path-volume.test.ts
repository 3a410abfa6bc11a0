import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/host-access/host-path-volume.ts';
import type { Example } from '../../../../rules/contract/example.ts';
import { pod, testRule } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('any folder, with the path or without')(pod`
    containers:
      - name: web
        image: nginx:1.29
    volumes:
      - name: data
        hostPath:
          path: /srv/data
    #           ^^^^^^^^^ host-path-volume 💡
      - name: typed
        hostPath: {}
    #             ^^ host-path-volume 💡
  `);

  clean('worse paths have rules of their own')(pod`
    containers:
      - name: web
        image: nginx:1.29
    volumes:
      - name: etc
        hostPath:
          path: /etc
      - name: work
        emptyDir: {}
  `);

  fix('becomes an emptyDir')(pod`
      containers:
        - name: web
          image: nginx:1.29
      volumes:
        - name: data
    -     hostPath:
    -       path: /srv/data
    -       type: Directory
    +     emptyDir: {}
        - name: work
          emptyDir: {}
  `);

  for (const [name, path, mount, reason] of [
    ['of what is read of the node', '/var/log', '{name: data, mountPath: /logs}', /read from the node/],
    [
      'of what is only read',
      '/srv/data',
      '{name: data, mountPath: /data, readOnly: true}',
      /empty folder would hold nothing/,
    ],
    ['of a file', '/srv/app.conf', '{name: data, mountPath: /etc/app.conf}', /is a file/],
    [
      'through which the node sees mounts',
      '/srv/data',
      '{name: data, mountPath: /data, mountPropagation: HostToContainer}',
      /Mounts go through it/,
    ],
  ] as const)
    refuses(
      `to make an emptyDir ${name}`,
      reason,
    )({
      language: 'yaml',
      text: `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: web\n      volumeMounts:\n        - ${mount}\n  volumes:\n    - name: data\n      hostPath:\n        path: ${path}\n`,
    });

  refuses(
    'to make an emptyDir of a file by its type',
    /is a file/,
  )(pod`
    containers:
      - name: web
        image: nginx:1.29
    volumes:
      - name: data
        hostPath:
          path: /srv/state
          type: FileOrCreate
  `);

  it('is never an emptyDir in bulk', () => {
    const scope = new Scope([rule], rule.examples.bad[0] as Example);
    assert.equal(scope.fixAll(), undefined);
    assert.equal(scope.fixAll(new Set([rule.id])), undefined);
  });
});

it('the time zone of the node is told to those who are strict', () => {
  const paths = (path: string): readonly string[] =>
    found(
      'k8s/web.yaml',
      `apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec:\n  volumes:\n    - name: a\n      hostPath: {path: ${path}}\n`,
    ).filter((rule) => /host-path/.test(rule));
  assert.deepEqual(paths('/etc/localtime'), []);
  assert.deepEqual(paths('/dev/dri/renderD128'), []);
  assert.deepEqual(paths('/etc'), ['sensitive-host-path']);
  assert.deepEqual(paths('/dev/sda'), ['sensitive-host-path']);
  assert.deepEqual(paths('/srv/data'), ['host-path-volume']);
});
