import assert from 'node:assert/strict';
import { it } from 'node:test';
import missingUser from '../../../../rules/catalog/dockerfile/missing-user.ts';
import rule from '../../../../rules/catalog/dockerfile/root-user.ts';
import { debian, dockerfile, files, testRule } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('told as what it is where the program steps down')(debian`
    USER root
    #    ^^^^ root-user "Starts as root: the last USER is root; gosu then becomes app"
    CMD gosu app /srv/run
  `);

  check('root in quotes, with a group (checkov CKV_DOCKER_8 compares with the bare word)')(debian`
    USER "root:root"
    #    ^^^^^^^^^^^ root-user 💡
  `);

  check('zero by a variable')(debian`
    ENV RUN_AS=0
    USER $RUN_AS
    #    ^^^^^^^ root-user 💡 "Runs as root: the last USER is 0"
  `);

  check('root that an earlier stage left')(dockerfile`
    FROM debian:13-slim AS base
    USER 0
    #    ^ root-user 💡 "inherited from stage base"
    FROM base
    CMD ["/app"]
  `);

  check('the administrator of Windows by its name')(dockerfile`
    FROM mcr.microsoft.com/windows/nanoserver:ltsc2025
    USER containeradministrator
    #    ^^^^^^^^^^^^^^^^^^^^^^ root-user 💡 "Runs as administrator: the last USER is containeradministrator"
    CMD ["a.exe"]
  `);

  clean('root in a stage that only builds (hadolint DL3002 reports it)')(dockerfile`
    FROM golang:1.25 AS build
    USER root
    FROM gcr.io/distroless/static:nonroot
    COPY --from=build /app /
  `);

  clean('the root group, which OpenShift asks for')(debian`USER 1000:0`);

  clean('a value that only the build knows')(debian`
    ARG RUN_AS
    USER $RUN_AS
  `);

  fix('back to the user there was')(dockerfile`
      FROM node:24-slim
      USER node
      COPY . .
      USER root
      RUN apt-get update
    + USER node
      CMD ["node", "server.js"]
  `);

  fix('in its place, when nothing is written below it')(dockerfile`
      FROM scratch
      COPY app /
    - USER 0
    + USER 65532:65532
      CMD ["/app"]
  `);

  check('in the stage that Compose builds')(files`
    === compose.yaml
    services:
      web:
        build: {context: app, target: Serve}
    === app/Dockerfile
    FROM debian:13-slim AS serve
    USER root
    #    ^^^^ root-user 💡
    CMD ["/srv/app"]
    FROM serve AS with-tests
    USER 10001
    CMD ["/srv/tests"]
  `);

  clean('in a stage that goes on from the one that is built, or is for development')(files`
    === compose.yaml
    services:
      web:
        build: {context: app, target: "\${STAGE:-serve}"}
      tool:
        build: {context: tool, target: dev}
    === app/Dockerfile
    FROM debian:13-slim AS serve
    USER 10001
    FROM serve AS more
    USER root
    RUN /srv/tests
    === tool/Dockerfile
    FROM debian:13-slim AS dev
    USER root
    FROM debian:13-slim
    USER 10001
  `);

  check('in the last stage where only another one is named that it does not go on from')(files`
    === docker-bake.json
    {"target": {"web": {"tags": ["web"], "context": ".", "target": "dev"}}}
    === Dockerfile
    FROM debian:13-slim AS base
    FROM base AS dev
    FROM base
    USER root
    #    ^^^^ root-user 💡
  `);

  check('in a Dockerfile that stands in a Compose file')(files`
    === compose.yaml
    services:
      web:
        build:
          context: .
          dockerfile_inline: |

            FROM debian:13-slim AS serve

            USER root
    #            ^^^^ root-user
            CMD ["server"]
      copy:
        build:
          dockerfile_inline: "FROM debian:13-slim\nUSER root\n"
    #                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ root-user
      tested:
        build:
          target: serve
          dockerfile_inline: |-
            FROM debian:13-slim AS serve
            USER 0
    #            ^ root-user
            FROM serve
            USER 10001
  `);

  clean('ignored where it stands')(files`
    === compose.yaml
    services:
      web:
        build:
          dockerfile_inline: |
            FROM debian:13-slim
            # seaworthy-ignore root-user: it has to open a port
            USER root
      other:
        build:
          dockerfile_inline: |
            # hadolint global ignore=DL3002
            FROM debian:13-slim
            USER root
  `);
});

it('root-user is for those who are strict where the program steps down', () => {
  const of = (start: string): boolean =>
    found('Dockerfile', `FROM debian:13-slim\nUSER root\nCMD ${start}\n`).includes('root-user');
  assert.ok(of('["/srv/run"]'));
  assert.ok(!of('["su-exec", "app", "/srv/run"]'));
});

it('a Dockerfile that a development container alone builds runs as whom that says', () => {
  const of = (container: string, more = '', user = 'USER root\n'): readonly string[] => {
    const text =
      `=== .devcontainer/Dockerfile\nFROM debian:13-slim\n${user}CMD ["/srv/run"]\n` +
      `=== .devcontainer/devcontainer.json\n${container}\n${more}`;
    const scope = new Scope([rule, missingUser], { language: 'files', text });
    return scope.findings.map(({ rule: id }) => id);
  };
  const by = (user: string): string =>
    `{\n  // Made for Go.\n  "name": "shop",\n  "build": {"dockerfile": "Dockerfile"},\n  "remoteUser": "${user}",\n}`;
  assert.deepEqual(of(by('vscode')), []);
  assert.deepEqual(of(by('vscode'), '', ''), []);
  assert.deepEqual(of(by('root')), ['root-user']);
  assert.deepEqual(of('{"build": {"dockerfile": "Dockerfile"}}', '', ''), ['missing-user']);
  assert.deepEqual(of('{"build": {"dockerfile": "other/Dockerfile"}, "containerUser": "vscode"}'), ['root-user']);
  const compose = '=== .devcontainer/compose.yaml\nservices:\n  web:\n    build: .\n';
  assert.deepEqual(of(by('vscode'), compose), ['root-user'], 'somebody else builds it, too');
});
