import rule from '../../../../rules/catalog/security-context/root-group.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('everywhere')(pod`
    securityContext:
      runAsGroup: 0
    #             ^ root-group 💡
      fsGroup: 0
    #          ^ root-group 💡
      supplementalGroups:
        - 0
    #     ^ root-group 💡
        - 2000
    containers:
      - name: web
        image: nginx:1.29
        securityContext:
          runAsGroup: 0
    #                 ^ root-group 💡
  `);

  clean('other groups')(pod`
    securityContext:
      fsGroup: 1
    containers:
      - name: web
        image: nginx:1.29
        securityContext:
          runAsUser: 0
  `);

  fix('another group')(pod`
      securityContext:
    -   fsGroup: 0
    +   fsGroup: 10001
      containers:
        - name: web
          image: nginx:1.29
  `);
});
