import rule from '../../../../rules/catalog/image/image-without-tag.ts';
import { compose, dockerfile, files, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('a port is no tag (kube-score, kubeaudit and Polaris take it for one)')(pod`
    containers:
      - name: web
        image: registry.example.com:5000/web
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ image-without-tag 💡
      - name: log
        image: nginx
    #          ^^^^^ image-without-tag 💡
  `);

  check('in every place a Dockerfile names one')(dockerfile`
    FROM node AS build
    #    ^^^^ image-without-tag 💡
    COPY --from=busybox /bin/sh /sh
    #           ^^^^^^^ image-without-tag 💡
    RUN --mount=type=bind,from=alpine,target=/x true
    #                          ^^^^^^ image-without-tag 💡
  `);

  clean('stages, scratch, digests, variables, what no engine accepts')(dockerfile`
    ARG BASE
    FROM \${BASE} AS a
    FROM scratch AS b
    FROM debian@sha256:0000000000000000000000000000000000000000000000000000000000000000 AS c
    FROM Debian AS d
    FROM a
  `);

  fix('a maintained line')(
    dockerfile`FROM --platform=linux/amd64 node AS build`,
    dockerfile`FROM --platform=linux/amd64 node:26 AS build`,
  );

  fix('a place for what the author alone knows')(pod`
      containers:
        - name: web
    -     image: example.com/web
    +     image: example.com/web:VERSION-YOU-RUN
  `);

  clean('what is built beside it')(files`
    === compose.yaml
    x-worker: &worker
      image: report-worker
      build: ./worker
    services:
      small:
        <<: *worker
      large:
        <<: *worker
      other:
        image: report-worker
      later:
        image: report-later
    === compose.override.yaml
    services:
      later:
        image: report-later
        build: .
    === worker/Dockerfile
    FROM base
    COPY --from=base /a /b
    USER 10001
    === docker-compose.yml
    services:
      small:
        build:
          context: worker
          additional_contexts:
            - base=./base
  `);

  check('once, where several services share it')(compose`
    x-viewer: &viewer
      image: report-viewer
    #        ^^^^^^^^^^^^^ image-without-tag
    services:
      one:
        <<: *viewer
      two:
        <<: *viewer
  `);

  check('unless Skaffold builds it, in or below its folder')(files`
    === shop/skaffold.yaml
    apiVersion: skaffold/v4beta11
    kind: Config
    build:
      artifacts:
        - image: till
          jib: {}
    === shop/k8s/pod.yaml
    apiVersion: v1
    kind: Pod
    metadata:
      name: till
    spec:
      containers:
        - name: till
          image: till
        - name: side
          image: side
    #            ^^^^ image-without-tag 💡
    === other/pod.yaml
    apiVersion: v1
    kind: Pod
    metadata:
      name: till
    spec:
      containers:
        - name: till
          image: till
    #            ^^^^ image-without-tag 💡
  `);

  clean('built by what a service extends, by Skaffold from beside, or handed to a build by name')(files`
    === compose.yaml
    services:
      base:
        build: .
      web:
        extends: base
        image: shop-web
      inline:
        build:
          additional_contexts: {shared: ./shared}
          dockerfile_inline: |
            FROM shared
            USER 10001
    === dev/skaffold.yaml
    apiVersion: skaffold/v2beta29
    kind: Config
    profiles:
      - name: local
        build:
          artifacts:
            - image: till
              ko: {}
    deploy:
      kubectl:
        manifests: [../k8s/*.yaml]
    === k8s/pod.yaml
    apiVersion: v1
    kind: Pod
    metadata:
      name: till
    spec:
      containers:
        - name: till
          image: till
  `);
});
