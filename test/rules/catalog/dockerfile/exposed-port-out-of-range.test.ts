import rule from '../../../../rules/catalog/dockerfile/exposed-port-out-of-range.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('a port, and a range')(debian`
    EXPOSE 80 65536/tcp
    #         ^^^^^^^^^ exposed-port-out-of-range
    EXPOSE 65000-66000
    #      ^^^^^^^^^^^ exposed-port-out-of-range
  `);

  clean('ports that exist')(debian`EXPOSE 65535 $PORT 0-65535/udp`);
});
