import rule from '../../../../rules/catalog/schema/misplaced-field.ts';
import { pod, testRule } from '../../../harness/index.ts';

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
