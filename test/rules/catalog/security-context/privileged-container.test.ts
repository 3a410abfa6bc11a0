import rule from '../../../../rules/catalog/security-context/privileged-container.ts';
import { container, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('every role of container counts')(pod`
    initContainers:
      - name: tune
        image: busybox:1.37
        securityContext: { privileged: true }
    #                                  ^^^^ privileged-container 💡 "Runs privileged, with full access to its node: container tune"
    containers:
      - name: web
        image: nginx:1.29
        securityContext:
          privileged: on
    #                 ^^ privileged-container 💡
    ephemeralContainers:
      - name: debug
        image: busybox:1.37
        securityContext:
          privileged: true
    #                 ^^^^ privileged-container 💡
  `);

  clean('absence is no defect, as kubeaudit has it')(container`
    securityContext:
      privileged:
  `);

  clean('a string is refused by the API server, not run')(container`
    securityContext:
      privileged: "true"
  `);

  fix('keeps the comment')(container`
      securityContext:
    -   privileged: true # for now
    +   privileged: false # for now
  `);
});
