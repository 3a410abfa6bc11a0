import rule from '../../../../rules/catalog/reliability/few-replicas.ts';
import { testRule, yaml } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'one',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        replicas: 1
      #           ^ few-replicas
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            containers:
              - name: web
                image: nginx:1.29
    `,
  );

  clean(
    'off, or left to an autoscaler',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        replicas: 0
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            containers:
              - name: web
                image: nginx:1.29
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: api
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: api
        template:
          metadata:
            labels:
              app: api
          spec:
            containers:
              - name: web
                image: nginx:1.29
    `,
  );

  clean(
    'where an autoscaler raises them',
    yaml`
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        replicas: 2
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            containers:
              - name: web
                image: nginx:1.29
      ---
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata:
        name: web
        namespace: shop
      spec:
        minReplicas: 3
        maxReplicas: 8
        scaleTargetRef:
          apiVersion: apps/v1
          kind: Deployment
          name: web
    `,
  );

  check(
    'of what KEDA scales',
    yaml`
      apiVersion: keda.sh/v1alpha1
      kind: ScaledObject
      metadata:
        name: web
        namespace: shop
      spec:
        scaleTargetRef:
          name: web
        minReplicaCount: 1
      #                  ^ few-replicas
    `,
  );
});
