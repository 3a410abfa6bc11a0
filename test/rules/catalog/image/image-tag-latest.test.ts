import rule from '../../../../rules/catalog/image/image-tag-latest.ts';
import { compose, dockerfile, files, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('a variable of Compose, by its default')(compose`
    services:
      web:
        image: \${IMAGE:-registry.example.com/web:latest}
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ image-tag-latest "registry.example.com/web:latest"
      api:
        image: registry.example.com/api:\${TAG}
  `);

  check('also through the default of an argument')(dockerfile`
    ARG TAG=latest
    FROM node:\${TAG}
    #    ^^^^^^^^^^^ image-tag-latest "node:latest"
  `);

  check('names of branches and of builds')(pod`
    containers:
      - name: web
        image: registry.example.com/web:nightly
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ image-tag-latest 💡
      - name: proxy
        image: registry.example.com/proxy:edge-alpine
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ image-tag-latest 💡
      - name: log
        image: registry.example.com/log:1.2-edge
      - name: stable
        image: registry.example.com/log:maintenance
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

  clean('what is built where it runs, which nobody pushes')(files`
    === dev/pod.yaml
    apiVersion: v1
    kind: Pod
    metadata:
      name: web
    spec:
      containers:
        - name: web
          image: ko.local/shop/web:latest
        - name: cart
          image: localhost/cart:latest
    === kind/kustomization.yaml
    resources: [pod.yaml]
    images:
      - name: registry.example.com/till
        newName: kind.local/till
        newTag: latest
    === kind/pod.yaml
    apiVersion: v1
    kind: Pod
    metadata:
      name: till
    spec:
      containers:
        - name: till
          image: registry.example.com/till:1.4.2
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
