import rule from '../../../../rules/catalog/dockerfile/host-in-expose.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('an address and a mapping')(debian`
    EXPOSE 80 127.0.0.1:8080:80/udp
    #         ^^^^^^^^^^^^^^^^^^^^^ host-in-expose 💡
  `);

  clean('ports')(debian`EXPOSE 80 $PORT 81/udp`);
});
