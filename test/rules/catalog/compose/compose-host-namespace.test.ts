import rule from '../../../../rules/catalog/compose/compose-host-namespace.ts';
import { compose, service, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  clean('of another service')(service`
    pid: service:db
    ipc: shareable
  `);

  fix('not shared')(compose`
      services:
        web:
          image: nginx:1.29
    -     network_mode: host
          restart: always
  `);

  check('by the default of a variable')(service`
    network_mode: \${NETWORK:-host}
    #             ^^^^^^^^^^^^^^^^ compose-host-namespace 💡
    pid: \${PID}
  `);
});
