import rule from '../../../../rules/catalog/reliability/unlimited-ephemeral-storage.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('a limit, and one that a template may hold')(pod`
    containers:
      - name: web
        image: nginx:1.29
        resources:
          limits:
            ephemeral-storage: 1Gi
      - name: log
        image: busybox:1.37
        resources:
          {{ toYaml .Values.resources }}
  `);
});
