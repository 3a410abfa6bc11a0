import rule from '../../../../rules/catalog/schema/mistyped-field.ts';
import { container, objects, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('texts for maps, lists and numbers')(pod`
    securityContext: runAsUser:65534
    #                ^^^^^^^^^^^^^^^ mistyped-field "a text where a map belongs"
    containers:
      - name: web
        image: nginx:1.29
        args: serve
    #         ^^^^^ mistyped-field "a text where a list belongs"
        ports:
          - containerPort: "80"
    #                      ^^^^ mistyped-field "a text where a number belongs"
        tty: "yes"
    #        ^^^^^ mistyped-field "a text where true or false belongs"
  `);

  check('numbers for texts')(objects`
    ConfigMap shop/web
      data:
        PORT: 8080
      #       ^^^^ mistyped-field "a number where a text belongs"
  `);

  clean('what Flux or envsubst substitutes')(container`
    args: \${ARGS}
    tty: \${tty:=false}
    ports:
      - containerPort: "\${port}"
  `);

  check('a word that a script puts a number in place of, but no other')(objects`
    Job shop/web
      completions: NUM_NODES
      parallelism: MANY
    #              ^^^^ mistyped-field "a text where a number belongs"
      template:
        spec:
          restartPolicy: Never
          containers: [{name: web, image: nginx:1.29}]
  `);

  clean('quantities, ports by name, what nothing says, and what is unknown')(container`
    args:
    resources:
      limits: {cpu: 1, memory: 64Mi}
    livenessProbe:
      httpGet: {path: /, port: http}
    readinessProbe:
      httpGet: {path: /, port: 8080}
    imagePullPolicy: {{ .Values.policy }}
  `);
});
