import rule from '../../../../rules/catalog/reliability/missing-priority-class.ts';
import { objects, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('none')(objects`
    Deployment shop/web
      selector:
        matchLabels:
          app: web
      template:
        metadata:
          labels:
            app: web
        spec:
    #   ^^^^ missing-priority-class
          containers:
            - name: web
              image: nginx:1.29
  `);

  clean('one, and a template')(pod`
    priorityClassName: {{ .Values.priority }}
  `);
});
