import rule from '../../../../rules/catalog/security-context/missing-container-security-context.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('none, and an empty one')(pod`
    containers:
      - name: web
    #         ^^^ missing-container-security-context
        image: nginx:1.29
      - name: log
        image: busybox:1.37
        securityContext: {}
    #                    ^^ missing-container-security-context
  `);

  clean('trivy#9329: the pod may have none')(pod`
    securityContext: {}
    containers:
      - name: web
        image: nginx:1.29
        securityContext:
          runAsNonRoot: true
  `);
});
