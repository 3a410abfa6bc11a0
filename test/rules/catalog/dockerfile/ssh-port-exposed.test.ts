import rule from '../../../../rules/catalog/dockerfile/ssh-port-exposed.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('checkov CKV_DOCKER_1: ranges, too')(dockerfile`
    FROM debian:13-slim
    EXPOSE 20-25
    #      ^^^^^ ssh-port-exposed
    EXPOSE 80 22/TCP
    #         ^^^^^^ ssh-port-exposed
  `);

  clean('other ports')(dockerfile`
    FROM debian:13-slim
    EXPOSE 220 2222 $PORT
  `);
});
