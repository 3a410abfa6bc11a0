import rule from '../../../../rules/catalog/compose/compose-disabled-login.ts';
import { compose, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('variables and command lines')(compose`
    services:
      charts:
        image: grafana/grafana:12.1.0
        environment: [GF_AUTH_ANONYMOUS_ENABLED=true, GF_AUTH_ANONYMOUS_ORG_ROLE=Admin]
    #                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ compose-disabled-login
      db:
        image: mongo:8
        command: ["mongod", "--noauth"]
    #                       ^^^^^^^^^^ compose-disabled-login
  `);

  clean('visitors who may look')(compose`
    services:
      charts:
        image: grafana/grafana:12.1.0
        environment: [GF_AUTH_ANONYMOUS_ENABLED=true, GF_AUTH_ANONYMOUS_ORG_ROLE=Viewer]
  `);
});
