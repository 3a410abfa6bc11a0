import rule from '../../../../rules/catalog/schema/misplaced-field.ts';
import { container, objects, pod, testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('settings of containers on the pod, of the pod on containers')(pod`
    privileged: false
    #<--------- misplaced-field 💡 "Has no effect here: privileged belongs in the containers' securityContext"
    runAsUser: 1000
    #<-------- misplaced-field 💡 "Has no effect here: runAsUser belongs in the pod's securityContext"
    securityContext:
      readOnlyRootFilesystem: true
    # ^^^^^^^^^^^^^^^^^^^^^^ misplaced-field 💡 "the containers' securityContext"
      hostNetwork: false
    # ^^^^^^^^^^^ misplaced-field 💡 "the pod's spec"
    containers:
      - name: web
        image: nginx:1.29
        automountServiceAccountToken: false
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ misplaced-field 💡 "the pod's spec"
        securityContext:
          fsGroup: 2000
    #     ^^^^^^^ misplaced-field 💡 "the pod's securityContext"
          hostPID: false
    #     ^^^^^^^ misplaced-field 💡 "the pod's spec"
  `);

  clean('what exists on both levels')(pod`
    securityContext: {runAsUser: 1000, runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
    containers:
      - name: web
        image: nginx:1.29
        securityContext: {runAsUser: 1000, runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
  `);

  check('what one wrong indentation misplaced, once')(objects`
    Ingress web
      rules:
        - http:
            paths:
              - path: /
                pathType: Prefix
                backend:
                  service:
                  name: web
    #             ^^^^ misplaced-field 💡 "Have no effect here: name, port and number belong in service."
                  port:
                  number: 8080
  `);

  check('what is indented too far, of any kind')(yaml`
    apiVersion: v1
    kind: Service
    metadata:
      name: web
      spec:
    # ^^^^ misplaced-field 💡 "Has no effect here: spec belongs in the object itself."
        ports: [{ port: 80 }]
  `);

  check('several settings of a pod on a container, once')(container`
    securityContext:
      fsGroup: 2000
    # ^^^^^^^ misplaced-field 💡 "Have no effect here: fsGroup and supplementalGroups belong in the pod's securityContext."
      supplementalGroups: [1]
  `);

  clean('a misspelt name, of which the map around has one that is alike; what is there already')(yaml`
    apiVersion: v1
    kind: Service
    metadata: { name: web }
    spec:
      selector: { app: web }
      ports:
        - port: 80
          ports: 81
          selector: { app: web }
  `);

  fix('what one wrong indentation misplaced')(objects`
      Ingress web
        rules:
          - http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service:
    -               name: web
    -               port:
    -               number: 8080
    +                 name: web
    +                 port:
    +                   number: 8080
  `);

  fix('to every container that does not say otherwise')(pod`
      securityContext:
        runAsNonRoot: true
    -   capabilities:
    -     drop: [ALL]
      containers:
        - name: web
          image: nginx:1.29
    +     securityContext:
    +       capabilities:
    +         drop:
    +           - ALL
        - name: log
          image: fluent-bit:4.1
          securityContext:
            capabilities:
              drop: [NET_RAW]
  `);

  refuses(
    'what is not known',
    /by hand/,
  )(pod`
    securityContext:
      privileged: {{ .Values.privileged }}
  `);
});
