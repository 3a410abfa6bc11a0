import rule from '../../../../rules/catalog/dockerfile/ssh-port-exposed.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('checkov CKV_DOCKER_1: ranges, too')(debian`
    EXPOSE 20-25
    #      ^^^^^ ssh-port-exposed
    EXPOSE 80 22/TCP
    #         ^^^^^^ ssh-port-exposed
  `);

  clean('other ports')(debian`EXPOSE 220 2222 $PORT`);
});
