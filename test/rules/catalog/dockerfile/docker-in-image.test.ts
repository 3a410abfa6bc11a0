import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/dockerfile/docker-in-image.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';

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

it('a client without the socket is told to those who are strict', () => {
  const image = (more: string): string => `FROM alpine:3.24\nRUN apk add --no-cache docker-cli\n${more}USER 1000\n`;
  const of = (more: string): number => found('Dockerfile', image(more)).filter((id) => id === 'docker-in-image').length;
  assert.equal(of(''), 0);
  assert.equal(of('VOLUME /var/run/docker.sock\n'), 1);
});
