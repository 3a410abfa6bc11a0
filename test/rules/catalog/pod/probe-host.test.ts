import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/pod/probe-host.ts';
import { container, pod, testRule } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('probes and hooks')(container`
    livenessProbe:
      httpGet:
        host: 169.254.169.254
    #         ^^^^^^^^^^^^^^^ probe-host 💡 "livenessProbe"
        port: 80
    lifecycle:
      postStart:
        tcpSocket:
          host: db.example.com
    #           ^^^^^^^^^^^^^^ probe-host 💡 "lifecycle.postStart"
          port: 5432
  `);

  clean('the control is younger than the cluster', { kubernetes: 33 })(container`
    livenessProbe:
      httpGet:
        host: 169.254.169.254
        port: 80
  `);

  clean('an empty host is the pod')(container`
    livenessProbe:
      httpGet:
        host: ""
        port: 80
  `);

  check('the loopback address of the node')(pod`
    containers:
      - name: web
        image: nginx:1.29
        livenessProbe:
          httpGet:
            host: 127.0.0.1
    #             ^^^^^^^^^ probe-host 💡
            port: 80
  `);

  check('in the network of the node, another host before all')(pod`
    hostNetwork: true
    containers:
      - name: web
        image: nginx:1.29
        livenessProbe:
          httpGet: {host: 127.0.0.1, port: 80}
    #                     ^^^^^^^^^ probe-host 💡
        readinessProbe:
          tcpSocket: {host: localhost, port: 80}
    #                       ^^^^^^^^^ probe-host 💡
        startupProbe:
          tcpSocket: {host: "::1", port: 80}
    #                       ^^^^^ probe-host 💡
        lifecycle:
          preStop:
            httpGet:
              host: 127.0.0.1.example.com
    #               ^^^^^^^^^^^^^^^^^^^^^ probe-host 💡
              port: 80
  `);

  fix('takes the host away')(container`
      livenessProbe:
        httpGet:
    -     host: 10.0.0.1
          port: 80
  `);
});

it('tells the strict alone what a pod in the network of its node needs', () => {
  const text = (host: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  hostNetwork: true\n  containers:\n    - name: web\n      image: nginx:1.29\n      livenessProbe: {httpGet: {host: ${host}, port: 80}}\n`;
  const told = (host: string, profile: 'recommended' | 'strict'): boolean =>
    found('pod.yaml', text(host), profile).includes(rule.id);
  assert.deepEqual([told('127.0.0.1', 'recommended'), told('127.0.0.1', 'strict')], [false, true]);
  assert.equal(told('10.0.0.1', 'recommended'), true);
});
