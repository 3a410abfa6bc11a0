import rule from '../../../../rules/catalog/reliability/missing-cpu-limit.ts';
import { container, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('every container that lives')(pod`
    initContainers:
      - name: setup
    #         ^^^^^ missing-cpu-limit
        image: busybox:1.37
    containers:
      - name: web
    #         ^^^ missing-cpu-limit
        image: nginx:1.29
        resources: {}
  `);

  clean('what is not known')(container`
    resources:
      {{ toYaml .Values.resources }}
  `);
});
