import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/compose/compose-secret.ts';
import { compose, service, testRule } from '../../../harness/index.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean }) => {
  check('a password that everybody knows')(service`
    environment:
      POSTGRES_PASSWORD: password
    #                    ^^^^^^^^ compose-secret "Has a password that everybody knows: POSTGRES_PASSWORD of service"
      POSTGRES_USER: postgres
  `);

  check('a default that everybody knows')(service`
    environment:
      MINIO_ROOT_PASSWORD: \${MINIO_ROOT_PASSWORD:-minioadmin}
    #                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ compose-secret "everybody knows"
      DB_PASSWORD: \${DB_PASSWORD-changeme}
    #              ^^^^^^^^^^^^^^^^^^^^^^^ compose-secret
  `);

  clean('no default, one that is no password, and one of a name')(service`
    environment:
      DB_PASSWORD: \${DB_PASSWORD:?set it}
      API_TOKEN: \${API_TOKEN:-}
      DB_USER: \${DB_USER:-postgres}
  `);

  check('map and list')(compose`
    services:
      a:
        image: nginx:1.29
        environment:
          DB_PASSWORD: f7Kq29xLw0
    #                  ^^^^^^^^^^ compose-secret
      b:
        image: nginx:1.29
        environment:
          - API_TOKEN=f7Kq29xLw0d81
    #       ^^^^^^^^^^^^^^^^^^^^^^^ compose-secret
  `);

  clean('variables, files, words')(service`
    environment:
      DB_PASSWORD: \${PW}
      DB_PASSWORD_FILE: /run/secrets/db
      TOKEN_TTL: 60
  `);

  check('among the arguments of a build')(compose`
    services:
      web:
        build:
          context: .
          args:
            NPM_TOKEN: npm_FAKEfakeFAKEfakeFAKEfakeFAKEfake0000
    #                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ compose-secret "build argument NPM_TOKEN"
            VERSION: "1.0"
  `);

  check('in command lines and labels')(compose`
    services:
      cache:
        image: redis:8
        command: redis-server --requirepass f7Kq29xLw0
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ compose-secret "Gets a password as an argument: service cache."
      web:
        image: registry.example.com/web:1.0
        command: [serve, --db-password, f7Kq29xLw0]
    #                                   ^^^^^^^^^^ compose-secret
        labels:
          - deploy.token=ghp_16C7e42F292c6912E7710c838347Ae178B4a
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ compose-secret "Has a GitHub token in the label deploy.token"
  `);

  clean('command lines that name where it comes from')(compose`
    services:
      cache:
        image: redis:8
        command: redis-server --requirepass \${REDIS_PASSWORD}
      web:
        image: registry.example.com/web:1.0
        command: [serve, --db-password-file, /run/secrets/db]
  `);
});

it('the password that everybody knows weighs as much as one that somebody thought up, a default of a variable less', () => {
  const severityOf = (value: string): string | undefined => {
    const text = `services:\n  db:\n    image: postgres:18.1\n    environment:\n      POSTGRES_PASSWORD: ${value}\n`;
    return new Scope([rule], { language: 'compose', text }, {}).findings[0]?.severity;
  };
  assert.equal(severityOf('postgres'), severityOf('correct-horse'));
  assert.equal(severityOf('$' + '{DB_PASSWORD:-postgres}'), 'medium');
});
