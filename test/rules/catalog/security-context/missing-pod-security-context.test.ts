import rule from '../../../../rules/catalog/security-context/missing-pod-security-context.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('an empty one')(pod`
    securityContext: {}
    #                ^^ missing-pod-security-context
    containers:
      - name: web
        image: nginx:1.29
        securityContext:
          runAsNonRoot: true
  `);

  clean('one that says something, and one that is not known')(pod`
    securityContext:
      {{ toYaml .Values.context }}
  `);
});
