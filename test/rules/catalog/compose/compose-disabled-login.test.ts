import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/compose/compose-disabled-login.ts';
import { compose, testRule } from '../../../harness/index.ts';
import { Scope } from '../../../harness/scope.ts';

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

it('weighs less where only its neighbours reach it', () => {
  const severityOf = (more: string): string | undefined =>
    new Scope([rule], {
      language: 'files',
      text: `=== compose.yaml\nservices:\n  db:\n    image: mongo:8\n    command: [mongod, --noauth]\n${more}`,
    }).findings[0]?.severity;
  assert.equal(severityOf(''), 'medium');
  assert.equal(severityOf('    ports: ["27017:27017"]\n'), 'high');
  assert.equal(severityOf('    network_mode: host\n'), 'high');
});
