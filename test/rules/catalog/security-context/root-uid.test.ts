import rule from '../../../../rules/catalog/security-context/root-uid.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check("the pod's value is one finding, whatever the number of containers")(pod`
    securityContext:
      runAsUser: 0
    #            ^ root-uid 💡 "Runs as root: runAsUser of the pod is 0"
    containers:
      - name: web
        image: nginx:1.29
      - name: log
        image: fluent-bit:4.1
  `);

  check('runAsNonRoot beside it does not help (checkov CKV_K8S_23 passes this)')(pod`
    securityContext:
      runAsNonRoot: true
    containers:
      - name: web
        image: nginx:1.29
        securityContext:
          runAsUser: 0x0
    #                ^^^ root-uid 💡 "Runs as root: runAsUser of container web is 0"
  `);

  check('user namespaces count from 1.35 on', { kubernetes: 34 })(pod`
    hostUsers: false
    containers:
      - name: web
        image: nginx:1.29
        securityContext:
          runAsUser: 0
    #                ^ root-uid 💡
  `);

  clean('root in a user namespace')(pod`
    hostUsers: false
    containers:
      - name: web
        image: nginx:1.29
        securityContext:
          runAsUser: 0
  `);

  fix('chooses a number above the accounts of the node')(pod`
      containers:
        - name: web
          image: registry.example.com/web:1
          securityContext:
    -       runAsUser: 0
    +       runAsUser: 10001
  `);

  fix('the user of the image, and what stands against one for all', {
    title: /user 1000 \(node of the image\) \(if none of them need be user 10001\)$/,
  })(pod`
      securityContext:
    -   runAsUser: 0
    +   runAsUser: 1000
      containers:
        - name: web
          image: node:24
        - name: log
          image: registry.example.com/log:1
  `);
});
