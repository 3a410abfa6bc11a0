import rule from '../../../../rules/catalog/image/image-without-digest.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('a tag, none, and a digest that is cut off')(pod`
    containers:
      - name: web
        image: nginx:1.29
    #          ^^^^^^^^^^ image-without-digest
      - name: log
        image: busybox
    #          ^^^^^^^ image-without-digest
      - name: cut
        image: nginx@sha256:abc
    #          ^^^^^^^^^^^^^^^^ image-without-digest
  `);

  clean('a digest')(pod`
    containers:
      - name: web
        image: registry.example.com:5000/web:1@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
  `);
});
