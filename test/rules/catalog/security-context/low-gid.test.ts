import rule from '../../../../rules/catalog/security-context/low-gid.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('low, and unknown to the pod')(pod`
    containers:
      - name: web
        image: registry.example.com/web:1
        securityContext:
          runAsGroup: 0
    #                 ^ low-gid 💡
      - name: log
    #         ^^^ low-gid 💡
        image: busybox:1.37
  `);

  clean('high, or of the pod alone')(pod`
    securityContext:
      runAsGroup: 10000
  `);

  fix('a high one')(pod`
      containers:
        - name: web
          image: registry.example.com/web:1
          securityContext:
    -       runAsGroup: 1000
    +       runAsGroup: 10001
  `);

  refuses(
    'what is known of the image is worth more',
    /made for user 999/,
  )(pod`
    containers:
      - name: db
        image: postgres:17
        securityContext:
          runAsGroup: 999
  `);
});
