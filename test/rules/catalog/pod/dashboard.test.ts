import rule from '../../../../rules/catalog/pod/dashboard.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('by image and by account')(pod`
    containers:
      - name: ui
        image: k8s.gcr.io/kubernetes-dashboard-amd64:v1.10.1
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dashboard
  `);

  clean('dashboards of others')(pod`
    containers:
      - name: a
        image: grafana/dashboard:1
  `);
});
