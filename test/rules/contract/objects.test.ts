import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Example, yaml } from '../../../rules/contract/example.ts';
import { objects } from '../../../rules/contract/objects.ts';

describe('objects in short', () => {
  const cases: readonly (readonly [name: string, short: Example, whole: Example])[] = [
    [
      'have a version, a name and a namespace',
      objects`
        PodDisruptionBudget shop/web
          minAvailable: 1
        Namespace shop
      `,
      yaml`
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: web
          namespace: shop
        spec:
          minAvailable: 1
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
      `,
    ],
    [
      'of a workload select the labels of their pods',
      objects`
        Deployment web app=web replicas=2
          hostPID: true
      `,
      yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 2
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              hostPID: true
              containers:
                - name: web
                  image: nginx:1.29
      `,
    ],
    [
      'that run pods have an ordinary container when none is named',
      objects`
        Pod web app=web
        Service web app=web
          ports: []
      `,
      yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            app: web
        spec:
          containers:
            - name: web
              image: nginx:1.29
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector:
            app: web
          ports: []
      `,
    ],
    [
      'without a spec have their fields beside metadata, behind annotations of their own',
      objects`
        ConfigMap web
          annotations:
            team: shop
          data:
            MODE: plain
      `,
      yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
          annotations:
            team: shop
        data:
          MODE: plain
      `,
    ],
    [
      'bind roles to subjects, and hold the rules of roles',
      objects`
        ClusterRole web
          - verbs: []
        RoleBinding shop/ci: Role web, ServiceAccount shop/ci, Group team
      `,
      yaml`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: web
        rules:
          - verbs: []
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: ci
          namespace: shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: web
        subjects:
          - kind: ServiceAccount
            name: ci
            namespace: shop
          - apiGroup: rbac.authorization.k8s.io
            kind: Group
            name: team
      `,
    ],
    [
      'show what is drawn below a name where the name stands',
      objects`
        NetworkPolicy web app=web
          policyTypes: []
        ClusterRoleBinding ci: ClusterRole web, User jane
        #                                  ^^^ a-role
        #                                            ^^^^ a-user
      `,
      yaml`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: web
        spec:
          podSelector:
            matchLabels:
              app: web
          policyTypes: []
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: ci
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: web
        #       ^^^ a-role
        subjects:
          - apiGroup: rbac.authorization.k8s.io
            kind: User
            name: jane
        #         ^^^^ a-user
      `,
    ],
    [
      'of other kinds name their version, and whole manifests may stand among them',
      objects`
        Gateway.networking.istio.io/v1 web
          servers: []
        ---
        kind: Hook
      `,
      yaml`
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata:
          name: web
        spec:
          servers: []
        ---
        kind: Hook
      `,
    ],
    [
      'move what is drawn below their head to the name',
      objects`
        Deployment shop/web
        #               ^^^ some-rule
          labels:
            app: web
      `,
      yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        #       ^^^ some-rule
          namespace: shop
          labels:
            app: web
        spec:
          containers:
            - name: web
              image: nginx:1.29
      `,
    ],
  ];
  for (const [name, short, whole] of cases) it(name, () => assert.deepEqual(short, whole));

  it('are refused when nobody knows their version', () =>
    assert.throws(() => objects`Widget web`.text, /Widget\.group/));
});
