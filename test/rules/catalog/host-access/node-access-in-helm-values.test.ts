import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/host-access/node-access-in-helm-values.ts';
import { objects, testRule, yaml } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';

testRule(rule, ({ check, clean }) => {
  check('fields by their names in Kubernetes, however deep')(objects`
    HelmRelease.helm.toolkit.fluxcd.io/v2 shop/agent
      values:
        defaultPodOptions:
          hostNetwork: true
    #                  ^^^^ node-access-in-helm-values "Uses the network of the node: the values of HelmRelease agent"
          hostPID: true
    #              ^^^^ node-access-in-helm-values "Sees every process"
        controllers:
          main:
            containers:
              main:
                securityContext:
                  privileged: true
    #                         ^^^^ node-access-in-helm-values "Runs privileged"
                  capabilities:
                    add: [CHOWN, SYS_ADMIN]
    #                            ^^^^^^^^^ node-access-in-helm-values "Adds the capability SYS_ADMIN"
        persistence:
          socket:
            type: hostPath
            hostPath: /var/run/docker.sock
    #                 ^^^^^^^^^^^^^^^^^^^^ node-access-in-helm-values "May command the container runtime"
        volumes:
          - name: socket
            hostPath: {path: /run/containerd/containerd.sock}
    #                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ node-access-in-helm-values
    Application.argoproj.io/v1alpha1 argocd/agent
      source:
        helm:
          parameters:
            - name: hostNetwork.enabled
              value: "true"
    #                ^^^^^^ node-access-in-helm-values
  `);

  check('below a key that is an alias')(yaml`
    apiVersion: helm.toolkit.fluxcd.io/v2
    kind: HelmRelease
    metadata:
      name: &app agent
    spec:
      values:
        controllers:
          *app :
            pod:
              hostNetwork: true
    #                      ^^^^ node-access-in-helm-values
  `);

  check('disks of the node')(objects`
    HelmRelease.helm.toolkit.fluxcd.io/v2 shop/agent
      values:
        persistence:
          drive: {type: hostPath, hostPath: /dev/sda}
    #                                       ^^^^^^^^ node-access-in-helm-values "a disk of the node"
          all: {hostPath: {path: /}}
    #                            ^ node-access-in-helm-values "the whole disk of the node"
          graphics: {hostPath: /dev/dri}
  `);

  clean('switches of other things, and what is refused')(objects`
    HelmRelease.helm.toolkit.fluxcd.io/v2 shop/agent
      values:
        hostNetwork: false
        hostPID: {enabled: false}
        privileged: {movers: true}
        podSecurityPolicy: {privileged: true}
        securityContext:
          privileged: false
          capabilities: {add: [NET_BIND_SERVICE], drop: [SYS_ADMIN]}
        features: {add: [SYS_ADMIN]}
        persistence:
          data: {hostPath: /srv/data}
        socket: {path: /var/run/docker.sock}
  `);
});

it('what a program is made for is told to those who are strict', () => {
  const of = (image: string, line: string): number =>
    found(
      'release.yaml',
      `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: agent}\nspec:\n  values:\n    image: {repository: ${image}}\n    ${line}\n`,
    ).length;
  const multus = 'ghcr.io/k8snetworkplumbingwg/multus-cni';
  assert.equal(of(multus, 'hostNetwork: true'), 0);
  assert.equal(of(multus, 'securityContext: {privileged: true}'), 0);
  assert.equal(of(multus, 'hostPID: true'), 1);
  assert.equal(of(multus, 'socket: {hostPath: /run/containerd/containerd.sock}'), 1);
  assert.equal(of('registry.example.com/shop/web', 'hostNetwork: true'), 1);
  const tunnel = 'securityContext: {capabilities: {add: [NET_ADMIN]}}';
  assert.equal(of('ghcr.io/qdm12/gluetun', tunnel), 0);
  assert.equal(of('ghcr.io/qdm12/gluetun', tunnel.replace('NET_ADMIN', 'SYS_MODULE')), 1);
  assert.equal(of('ghcr.io/qdm12/gluetun', `${tunnel}\n    pod: {hostNetwork: true}`), 2);
  assert.equal(of('ghcr.io/qdm12/gluetun', `${tunnel}\n    hostNetwork: {enabled: true}`), 2);
});
