import rule from '../../../../rules/catalog/schema/unknown-field.ts';
import { container, objects, pod, testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('misspelt names, whose values the API server drops')(pod`
    securitycontext:
    #<-------------- unknown-field 💡 "did you mean securityContext?"
      runAsNonRoot: true
    containers:
      - name: web
        image: nginx:1.29
        securityContext:
          capabilites:
    #     ^^^^^^^^^^^ unknown-field 💡 "did you mean capabilities?"
            drop: [ALL]
          runAsNonroot: true
    #     ^^^^^^^^^^^^ unknown-field 💡 "did you mean runAsNonRoot?"
  `);

  check('in RBAC and network policies too')(objects`
    Role reader
      - apiGroup: [""]
    #   ^^^^^^^^ unknown-field 💡 "did you mean apiGroups?"
        resources: [pods]
        verbs: [get]
    NetworkPolicy web
      podSelector: {}
      policyType: [Ingress]
    # ^^^^^^^^^^ unknown-field 💡
  `);

  check('several names that nobody knows in one map, once')(pod`
    containers:
      - name: web
        image: nginx:1.29
        replicaCount: 2
    #   ^^^^^^^^^^^^ unknown-field "Have no effect, as there are no such fields here: replicaCount, colour."
        colour: red
  `);

  check('a field that is younger than the cluster', { kubernetes: 24 })(pod`
    hostUsers: false
    #<-------- unknown-field "Dropped by 1.24: hostUsers was added in Kubernetes 1.25"
  `);

  check('security contexts of kinds of other projects')(objects`
    Rollout.argoproj.io/v1alpha1 web
      strategy: {canary: {}}
      template:
        spec:
          anythingElse: 1
          containers:
            - name: web
              image: nginx:1.29
              securityContext:
                privilegd: false
    #           ^^^^^^^^^ unknown-field 💡
  `);

  clean('new fields are no misspellings, directives of patches no fields, statuses of exported objects known')(yaml`
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: web
      creationTimestamp: null
    spec:
      replicas: 1
      selector: {matchLabels: {app: web}}
      strategy: {}
      template:
        metadata: {labels: {app: web}}
        spec:
          $setElementOrder/containers: [{name: web}]
          hostUsers: false
          containers:
            - name: web
              image: nginx:1.29
              resources: {limits: {anything.example.com/x: 1}}
              $patch: merge
    status: {}
  `);

  clean('keys that a template makes are unknown')(pod`
    containers:
      - name: web
        image: nginx:1.29
    {{ .Values.key }}: true
  `);

  clean('the key that SOPS writes into what it encrypts')(yaml`
    apiVersion: v1
    kind: Secret
    metadata: {name: shop}
    stringData:
      password: ENC[AES256_GCM,data:gAYP5VK,iv:iWNuUf,tag:ogs1Mzv,type:str]
    sops:
      mac: ENC[AES256_GCM,data:gAYP5VK,iv:iWNuUf,tag:ogs1Mzv,type:str]
      version: 3.9.4
  `);

  check('that key anywhere else, or with something else in it')(yaml`
    apiVersion: v1
    kind: Secret
    metadata:
      name: shop
      sops: {mac: x}
    # ^^^^ unknown-field
    sops: true
    #<--- unknown-field
  `);

  fix('keeps the value')(container`
      securityContext:
    -   readonlyRootFilesystem: true # done
    +   readOnlyRootFilesystem: true # done
  `);
});
