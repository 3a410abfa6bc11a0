import rule from '../../../../rules/catalog/dockerfile/docker-in-image.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the socket and the client')(dockerfile`
    FROM alpine:3.22
    ENV DOCKER_HOST=unix:///var/run/docker.sock
    #                               ^^^^^^^^^^^ docker-in-image
    RUN apk add --no-cache docker-cli
    #                      ^^^^^^^^^^ docker-in-image
  `);

  clean('other packages')(dockerfile`
    FROM alpine:3.22
    RUN apk add --no-cache docker-credential-helpers
  `);
});
