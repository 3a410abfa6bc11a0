import rule from '../../../rules/image/image-without-digest.ts';
import { pod, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'a tag, and none',
    pod`
      containers:
        - name: web
          image: nginx:1.29
      #          ^^^^^^^^^^ image-without-digest
        - name: log
          image: busybox
      #          ^^^^^^^ image-without-digest
    `,
  );

  clean(
    'a digest',
    pod`
      containers:
        - name: web
          image: registry.example.com:5000/web:1@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
    `,
  );
});
