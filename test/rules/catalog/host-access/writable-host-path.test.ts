import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/host-access/writable-host-path.ts';
import { pod, testRule } from '../../../harness/index.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean }) => {
  check('by default')(pod`
    containers:
      - name: web
        image: nginx:1.29
        volumeMounts:
          - name: data
    #             ^^^^ writable-host-path 💡
            mountPath: /data
          - name: data
            mountPath: /log
            readOnly: false
    #                 ^^^^^ writable-host-path 💡
    volumes:
      - name: data
        hostPath:
          path: /srv
  `);

  clean('for reading')(pod`
    containers:
      - name: web
        image: nginx:1.29
        volumeMounts:
          - name: data
            mountPath: /data
            readOnly: true
          - name: other
            mountPath: /o
    volumes:
      - name: data
        hostPath:
          path: /srv
  `);

  // The other side: a folder that a known program reads becomes read-only in bulk.
  for (const [name, path, image, changed] of [
    ['whose logs are read', '/var/log', 'registry.example.com/shipper:3.1.0', true],
    ['whose system is watched', '/proc', 'prom/node-exporter:v1.9.1', true],
    ['that a program keeps its data in', '/srv/data', 'registry.example.com/shop:1.0.0', false],
    ['where a collector keeps its place', '/var/log', 'fluent/fluentd:v1.18', false],
  ] as const)
    it(`${changed ? 'fixes' : 'leaves'} a folder ${name} in bulk`, () => {
      const text = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: ${image}\n      volumeMounts:\n        - name: data\n          mountPath: /host\n  volumes:\n    - name: data\n      hostPath:\n        path: ${path}\n`;
      const after = new Scope([rule], { language: 'yaml', text }).fixAll();
      assert.equal(after, changed ? text.replace('/host\n', '/host\n          readOnly: true\n') : undefined);
    });
});
