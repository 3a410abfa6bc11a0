import rule from '../../../../rules/catalog/image/image-tag-latest.ts';
import { dockerfile, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('also through the default of an argument')(dockerfile`
    ARG TAG=latest
    FROM node:\${TAG}
    #    ^^^^^^^^^^^ image-tag-latest "node:latest"
  `);

  check('in containers of every role')(pod`
    initContainers:
      - name: init
        image: busybox:latest
    #          ^^^^^^^^^^^^^^ image-tag-latest 💡
    containers:
      - name: web
        image: registry.example.com:5000/web:latest
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ image-tag-latest 💡
  `);

  clean('a digest says exactly which one')(pod`
    containers:
      - name: web
        image: nginx:latest@sha256:0000000000000000000000000000000000000000000000000000000000000000
  `);

  fix('a maintained line, quotes kept')(pod`
      containers:
        - name: web
    -     image: "nginx:latest"
    +     image: "nginx:1.31"
  `);

  fix('what keeps data may have been written by a newer version', {
    title: /maintained as of 2026-08-22 .*\(if its data was not written by a version above 18\)$/,
  })(pod`
      containers:
        - name: db
    -     image: postgres:latest
    +     image: postgres:18
  `);

  check('behind variables that nobody knows')(dockerfile`
    ARG REGISTRY
    FROM \${REGISTRY}/shop/web:latest
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ image-tag-latest
  `);

  clean('a tag that a variable holds')(dockerfile`
    ARG REGISTRY
    ARG TAG
    FROM \${REGISTRY}/shop/web:\${TAG:-latest}1
    FROM \${REGISTRY}/shop/web:\${TAG}
  `);
});
