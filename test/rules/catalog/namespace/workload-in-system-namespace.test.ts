import rule from '../../../../rules/catalog/namespace/workload-in-system-namespace.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('add-ons')(yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: dns
        namespace: kube-system
        labels:
          k8s-app: kube-dns
    - ipBlock:
        cidr: 169.254.20.10/32
      spec:
        selector:
          matchLabels:
            app: dns
        template:
          metadata:
            labels:
              app: dns
          spec:
            containers:
              - name: web
                image: nginx:1.29
    `);
});
