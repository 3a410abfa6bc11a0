import rule from '../../../../rules/catalog/dockerfile/admin-port-exposed.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('among others, and by a variable')(debian`
    ARG DEBUG=9229
    EXPOSE 80 23/tcp $DEBUG
    #         ^^^^^^ admin-port-exposed 💡
    #                ^^^^^^ admin-port-exposed 💡
  `);

  fix('the whole instruction')(dockerfile`
      FROM debian:13-slim
    - EXPOSE 5900
      CMD x
  `);

  clean('UDP, and others')(debian`EXPOSE 2375/udp 5006`);
});
