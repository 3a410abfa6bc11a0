import rule from '../../../../rules/catalog/security-context/contradictory-user.ts';
import { container, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('kube-linter: in the container')(container`
    securityContext:
      runAsNonRoot: true
      runAsUser: 0
    #            ^ contradictory-user 💡
  `);

  check('inherited from the pod')(pod`
    securityContext:
      runAsUser: 0
    #            ^ contradictory-user 💡
    containers:
      - name: web
        image: nginx:1.29
        securityContext:
          runAsNonRoot: true
  `);

  clean('no contradiction')(pod`
    securityContext:
      runAsNonRoot: true
      runAsUser: 0
    containers:
      - name: web
        image: nginx:1.29
        securityContext:
          runAsUser: 10001
  `);

  fix('another user')(pod`
      containers:
        - name: web
          image: registry.example.com/web:1
          securityContext:
            runAsNonRoot: true
    -       runAsUser: 0 # why
    +       runAsUser: 10001 # why
  `);

  fix('for the container alone, where the pod says it for others')(pod`
      securityContext:
        runAsUser: 0
      containers:
        - name: web
          image: registry.example.com/web:1
          securityContext:
            runAsNonRoot: true
    +       runAsUser: 10001
        - name: log
          image: registry.example.com/log:1
  `);
});
