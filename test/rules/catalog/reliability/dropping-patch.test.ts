import rule from '../../../../rules/catalog/reliability/dropping-patch.ts';
import { files, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('in pods, containers and roles, in files and in place')(files`
    === base/kustomization.yaml
    resources:
      - web.yaml
      - role.yaml
    patches:
      - path: patch.yaml
      - target: {kind: Role}
        patch: |
          apiVersion: rbac.authorization.k8s.io/v1
          kind: Role
          metadata: {name: any}
          rules:
    #     ^^^^^ dropping-patch "Drops an item of rules that Role web has"
            - {apiGroups: [""], resources: [pods], verbs: [get]}
    === base/patch.yaml
    apiVersion: v1
    kind: Pod
    metadata:
      name: web
    spec:
      tolerations:
    # ^^^^^^^^^^^ dropping-patch "Drops 2 items of tolerations that Pod web has"
        - {key: c, operator: Exists}
      containers:
        - name: web
          envFrom:
    #     ^^^^^^^ dropping-patch "Drops an item of envFrom that Pod web has"
            - {configMapRef: {name: b}}
    === base/role.yaml
    Role shop/web
      rules:
        - {apiGroups: [""], resources: [secrets], verbs: [get]}
    === base/web.yaml
    Pod shop/web
      tolerations:
        - {key: a, operator: Exists}
        - {key: b, operator: Exists}
      containers:
        - name: web
          image: nginx:1.29
          envFrom:
            - {configMapRef: {name: a}}
            - {configMapRef: {name: b}}
  `);

  clean('where lists are merged by a key, emptied, or belong together')(files`
    === base/kustomization.yaml
    resources:
      - web.yaml
    patches:
      - path: patch.yaml
    === base/patch.yaml
    apiVersion: v1
    kind: Pod
    metadata:
      name: web
    spec:
      tolerations: []
      containers:
        - name: web
          args: [c]
          env:
            - {name: B, value: b}
    === base/web.yaml
    Pod shop/web
      tolerations:
        - {key: a, operator: Exists}
      containers:
        - name: web
          image: nginx:1.29
          args: [a, b]
          env:
            - {name: A, value: a}
  `);

  clean('where a target may mean several objects')(files`
    === base/kustomization.yaml
    resources:
      - roles.yaml
    patches:
      - target: {kind: Role}
        patch: |
          apiVersion: rbac.authorization.k8s.io/v1
          kind: Role
          metadata: {name: any}
          rules:
            - {apiGroups: [""], resources: [pods], verbs: [get]}
    === base/roles.yaml
    Role shop/web
      rules:
        - {apiGroups: [""], resources: [secrets], verbs: [get]}
    Role shop/api
      rules:
        - {apiGroups: [""], resources: [secrets], verbs: [get]}
  `);
});
