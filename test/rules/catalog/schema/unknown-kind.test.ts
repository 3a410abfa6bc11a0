import rule from '../../../../rules/catalog/schema/unknown-kind.ts';
import { objects, testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('of another group')(yaml`
    apiVersion: batch/v1
    #           ^^^^^^^^ unknown-kind 💡 "batch/v1 has no NetworkPolicy; networking.k8s.io/v1 has"
    kind: NetworkPolicy
    metadata:
      name: web
    spec:
      podSelector: {}
  `);

  check('misspelt')(yaml`
    apiVersion: apps/v1
    kind: Deploymnet
    #     ^^^^^^^^^^ unknown-kind 💡 "apps/v1 has no Deploymnet; did you mean Deployment?"
    metadata:
      name: web
    spec:
      replicas: 1
  `);

  check('no version at all')(yaml`
    kind: Deployment
    #     ^^^^^^^^^^ unknown-kind "no apiVersion; Deployment is of apps/v1"
    metadata:
      name: web
    spec:
      selector:
        matchLabels:
          app: web
      template:
        metadata:
          labels:
            app: web
        spec:
          containers:
            - name: web
              image: nginx:1.29
  `);

  fix('the group')(
    yaml`
      apiVersion: v1
      kind: Role
      metadata:
        name: web
      rules: []
    `,
    yaml`
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: web
      rules: []
    `,
  );

  clean('kinds of other projects, those that were removed, and a part of one')(objects`
    Deployment web app=web
    ---
    apiVersion: v1
    kind: Config
    metadata:
      name: kubeconfig
    ---
    apiVersion: serving.knative.dev/v1
    kind: Service
    metadata:
      name: web
    ---
    apiVersion: policy/v1beta1
    kind: PodSecurityPolicy
    metadata:
      name: web
    ---
    kind: Deployment
    metadata:
      name: web
    spec:
      replicas: 3
  `);
});
