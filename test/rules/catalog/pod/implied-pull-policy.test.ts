import rule from '../../../../rules/catalog/pod/implied-pull-policy.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('no tag, and latest')(pod`
    containers:
      - name: web
    #         ^^^ implied-pull-policy 💡
        image: nginx
      - name: log
    #         ^^^ implied-pull-policy 💡
        image: busybox:latest
  `);

  fix('writes what holds anyway')(pod`
      containers:
        - name: web
          image: nginx
    +     imagePullPolicy: Always
  `);

  clean('a policy, a tag, a digest')(pod`
    containers:
      - name: web
        image: nginx
        imagePullPolicy: IfNotPresent
      - name: log
        image: busybox:1.37
      - name: pinned
        image: busybox@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
  `);
});
