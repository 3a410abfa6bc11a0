import rule from '../../../../rules/catalog/reliability/missing-readiness-probe.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('containers and native sidecars')(objects`
    StatefulSet web
      serviceName: web
      selector:
        matchLabels:
          app: web
      template:
        metadata:
          labels:
            app: web
        spec:
          initContainers:
            - name: proxy
    #               ^^^^^ missing-readiness-probe
              image: envoy:1.35
              restartPolicy: Always
            - name: setup
              image: busybox:1.37
          containers:
            - name: web
    #               ^^^ missing-readiness-probe
              image: nginx:1.29
  `);

  clean('what is meant to end')(objects`
    CronJob nightly
      schedule: "@daily"
      jobTemplate:
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: web
                  image: nginx:1.29
  `);
});
