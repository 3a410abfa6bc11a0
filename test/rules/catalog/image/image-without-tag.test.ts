import rule from '../../../../rules/catalog/image/image-without-tag.ts';
import { dockerfile, pod, testRule } from '../../../harness/index.ts';

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
    dockerfile`
      FROM --platform=linux/amd64 node AS build
    `,
    dockerfile`
      FROM --platform=linux/amd64 node:26 AS build
    `,
  );

  fix('a place for what the author alone knows')(pod`
      containers:
        - name: web
    -     image: example.com/web
    +     image: example.com/web:VERSION-YOU-RUN
  `);
});
