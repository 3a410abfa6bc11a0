import rule from '../../../../rules/catalog/reliability/implied-cpu-request.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('the pod as a whole has a request')(pod`
    resources:
      requests:
        cpu: 100m
    containers:
      - name: web
        image: nginx:1.29
        resources:
          limits:
            cpu: 500m
  `);

  clean('a request that a template fills in, and neither of the two')(pod`
    containers:
      - name: web
        image: nginx:1.29
        resources:
          requests:
            cpu: {{ .Values.request }}
          limits:
            cpu: 500m
      - name: log
        image: busybox:1.37
  `);
});
