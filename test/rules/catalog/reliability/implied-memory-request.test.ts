import rule from '../../../../rules/catalog/reliability/implied-memory-request.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('the pod as a whole has a request')(pod`
    resources:
      requests:
        memory: 128Mi
    containers:
      - name: web
        image: nginx:1.29
        resources:
          limits:
            memory: 256Mi
  `);

  clean('a request that a template fills in, and neither of the two')(pod`
    containers:
      - name: web
        image: nginx:1.29
        resources:
          requests:
            memory: {{ .Values.request }}
          limits:
            memory: 256Mi
      - name: log
        image: busybox:1.37
  `);
});
