import rule from '../../../../rules/catalog/reliability/unspread-pods.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('neither of the two')(objects`
    Deployment shop/web app=web replicas=2
    #               ^^^ unspread-pods "May run all of its pods on one node: Deployment web"
  `);

  clean('one of the two, what is not known, a single pod, and what runs on every node')(objects`
    Deployment shop/web app=web replicas=3
      affinity:
        podAntiAffinity:
          preferredDuringSchedulingIgnoredDuringExecution: []
    Deployment shop/api app=api replicas=3
      affinity: {{ .Values.affinity }}
    Deployment shop/one app=one
    DaemonSet shop/agent app=agent
  `);
});
