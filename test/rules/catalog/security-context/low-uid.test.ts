import rule from '../../../../rules/catalog/security-context/low-uid.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('low, and unknown to the pod')(pod`
    containers:
      - name: web
        image: registry.example.com/web:1
        securityContext:
          runAsUser: 1000
    #                ^^^^ low-uid 💡
      - name: log
    #         ^^^ low-uid 💡
        image: busybox:1.37
  `);

  clean('high, or of the pod alone')(pod`
    securityContext:
      runAsUser: 10000
  `);

  fix('a high one')(pod`
      containers:
        - name: web
          image: registry.example.com/web:1
          securityContext:
    -       runAsUser: 1000
    +       runAsUser: 10001
  `);

  refuses(
    'what is known of the image is worth more',
    /made for user 1000/,
  )(pod`
    containers:
      - name: web
        image: node:24
        securityContext:
          runAsUser: 1000
  `);

  fix('a number that somebody chose is not changed in bulk', { title: /\(if it need not be user 1000\)$/ })(pod`
      containers:
        - name: web
          image: registry.example.com/web:1
          securityContext:
    -       runAsUser: 1000
    +       runAsUser: 10001
  `);
});
