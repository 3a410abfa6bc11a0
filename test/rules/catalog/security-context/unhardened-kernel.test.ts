import rule from '../../../../rules/catalog/security-context/unhardened-kernel.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('none of them')(pod`
    containers:
      - name: web
    #         ^^^ unhardened-kernel
        image: nginx:1.29
  `);

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
