import rule from '../../../../rules/catalog/security-context/unhardened-kernel.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('any of them')(pod`
    securityContext:
      seccompProfile:
        type: Unconfined
    containers:
      - name: web
        image: nginx:1.29
        securityContext:
          seccompProfile:
            type: RuntimeDefault
  `);
});
