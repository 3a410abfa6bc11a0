import rule from '../../../../rules/catalog/image/malformed-image-reference.ts';
import { dockerfile, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('capitals and second tags')(pod`
    containers:
      - name: web
        image: registry.example.com/Shop/web:1.0
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-image-reference
      - name: log
        image: busybox:1:2
    #          ^^^^^^^^^^^ malformed-image-reference
  `);

  clean('ports, digests, templates, what is to be filled in')(pod`
    containers:
      - name: todo
        image: <your-image>
      - name: later
        image: IMAGE_NAME
      - name: web
        image: localhost:5000/web:1@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
      - name: log
        image: {{ .Values.image }}
  `);

  clean('what another tool fills in, and what the build has to be given')(dockerfile`
    ARG BASE=gcr.io/\${PROJECT_ID}/mvn:3.9
    ARG TAG
    FROM [modules] AS modules
    FROM gcr.io/$PROJECT_ID/az
    FROM $BASE
    FROM debian:$TAG
    FROM $REGISTRY/web
  `);

  check('a gap that is written, and a variable that holds no image')(dockerfile`
    ARG BASE=nginx:1:2
    FROM gcr.io//web:1
    #    ^^^^^^^^^^^^^ malformed-image-reference
    FROM $BASE
    #    ^^^^^ malformed-image-reference
  `);

  clean('names that a tool fills in')(pod`
    containers:
      - name: a
        image: __REGISTRY_NAME__/haproxy:__TAG__
      - name: b
        image: '@REGISTRY@/web:1'
      - name: c
        image: <registry>/web:1
  `);
});
