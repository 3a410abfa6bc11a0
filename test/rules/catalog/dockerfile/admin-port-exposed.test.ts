import rule from '../../../../rules/catalog/dockerfile/admin-port-exposed.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('among others, and by a variable')(dockerfile`
    FROM debian:13-slim
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

  clean('UDP, and others')(dockerfile`
    FROM debian:13-slim
    EXPOSE 2375/udp 5006
  `);
});
