import rule from '../../../../rules/catalog/dockerfile/ssh-server.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('by its package')(dockerfile`
    FROM debian:13-slim
    RUN apt-get install -y openssh-server=1:9.2 curl
    #                      ^^^^^^^^^^^^^^^^^^^^ ssh-server
  `);

  clean('clients, and stages that are thrown away')(dockerfile`
    FROM debian:13-slim AS build
    RUN apt-get install -y openssh-server
    FROM debian:13-slim
    RUN apt-get install -y openssh-client
  `);
});
