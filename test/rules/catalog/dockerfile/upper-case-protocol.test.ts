import rule from '../../../../rules/catalog/dockerfile/upper-case-protocol.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('capitals')(debian`
    EXPOSE 80 53/UDP
    #         ^^^^^^ upper-case-protocol 💡
  `);

  clean('small letters, variables')(debian`EXPOSE 80 53/udp $PORT/TCP`);

  fix('in small letters')(dockerfile`
      FROM debian:13-slim
    - EXPOSE 53/UDP
    + EXPOSE 53/udp
  `);
});
