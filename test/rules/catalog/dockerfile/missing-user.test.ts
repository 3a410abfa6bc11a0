import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import rule from '../../../../rules/catalog/dockerfile/missing-user.ts';
import { rules } from '../../../../rules/catalog/index.ts';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';
import { debian, dockerfile, files, testRule } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('told as what it is where the program steps down')(dockerfile`
    FROM alpine:3.22
    #    ^^^^^^^^^^^ missing-user 💡 "Starts as root: no USER; dnsmasq then becomes dnsmasq"
    ENTRYPOINT ["dnsmasq", "--keep-in-foreground", "--user=dnsmasq"]
  `);

  check('a USER in another stage does not count (trivy DS-0002 and checkov CKV_DOCKER_3 take it for one)')(dockerfile`
    FROM node:24 AS build
    USER node
    FROM debian:13-slim
    #    ^^^^^^^^^^^^^^ missing-user 💡 "debian:13-slim runs as root"
    CMD ["/app"]
  `);

  check('a user for images built on this one does not count')(dockerfile`
    FROM alpine:3.22
    #    ^^^^^^^^^^^ missing-user 💡
    ONBUILD USER app
  `);

  check('an entrypoint that replaces the one which gives root away')(dockerfile`
    FROM postgres:17
    #    ^^^^^^^^^^^ missing-user 💡 "its ENTRYPOINT replaces"
    ENTRYPOINT ["/start.sh"]
  `);

  clean('an earlier stage of this file sets it')(dockerfile`
    FROM debian:13-slim AS base
    USER 1000
    FROM base
    CMD ["/app"]
  `);

  clean('images that are somebody else, or give root away, or are not known')(dockerfile`
    FROM gcr.io/distroless/static-debian12:nonroot AS a
    FROM nginxinc/nginx-unprivileged:1.28 AS b
    FROM registry.example.com/base:1 AS c
    ARG BASE
    FROM \${BASE} AS d
    FROM postgres:17
  `);

  clean('a fragment')(dockerfile`
    RUN make
    CMD ["/app"]
  `);

  fix('a new user on Debian, made behind the packages, in force before the program')(debian`
      WORKDIR /app
      RUN apt-get update && apt-get install -y curl
    + RUN groupadd -r -g 10001 app && useradd -r -m -l -u 10001 -g app -s /usr/sbin/nologin app
      COPY . .
      RUN make

    + USER 10001:10001
      # the shop
      CMD ["/app/run"]
  `);

  fix('with the tools of Alpine')(dockerfile`
      FROM python:3.13-alpine
    + RUN addgroup -S -g 10001 app && adduser -S -D -u 10001 -G app app
      COPY . /app
    + USER 10001:10001
      CMD ["python", "/app/main.py"]
  `);

  fix('owning what is copied, where the program writes it', { title: /own the copied files/ })(dockerfile`
      FROM python:3.13-slim
    - COPY . /app
    + RUN groupadd -r -g 10001 app && useradd -r -m -l -u 10001 -g app -s /usr/sbin/nologin app
    + COPY --chown=10001:10001 . /app
      COPY --chown=0:0 etc /etc
    + USER 10001:10001
  `);

  fix('the user that the image ships, by number')(dockerfile`
      FROM node:24-slim
      COPY . .
    + USER 1000:1000
      CMD ["node", "server.js"]
  `);

  fix('the user that the stage makes already')(debian`
      RUN useradd -r -u 4711 shop
    + USER 4711
      CMD ["/app"]
  `);

  fix("Microsoft's variable, which is a number")(dockerfile`
      FROM mcr.microsoft.com/dotnet/aspnet:9.0
      COPY . /app
    + USER $APP_UID
      ENTRYPOINT ["dotnet", "/app/Shop.dll"]
  `);

  fix('another tag where there is no shell')(
    dockerfile`
      FROM gcr.io/distroless/static-debian12
      COPY server /
    `,
    dockerfile`
      FROM gcr.io/distroless/static-debian12:nonroot
      COPY server /
    `,
  );

  clean('what only carries files')(dockerfile`
    FROM scratch
    COPY dashboards /dashboards
  `);

  fix('a bare number on scratch')(dockerfile`
      FROM scratch
      COPY server /
    + USER 65532:65532
      ENTRYPOINT ["/server"]
  `);

  fix('an image that is made for it, for nginx')(
    dockerfile`
      FROM nginx:1.28
      COPY html /usr/share/nginx/html
    `,
    dockerfile`
      FROM nginxinc/nginx-unprivileged:1.28
      COPY html /usr/share/nginx/html
    `,
  );

  fix('in small letters where the file is written so, behind a heredoc, without a final newline')(
    { language: 'dockerfile', text: 'from scratch\ncmd ["/x"]\ncopy <<EOF /x\nUSER root\nEOF' },
    { language: 'dockerfile', text: 'from scratch\ncmd ["/x"]\ncopy <<EOF /x\nUSER root\nEOF\nuser 65532:65532' },
  );

  check('what a base that steps down starts instead of its server')(dockerfile`
    FROM redis:8
    #    ^^^^^^^ missing-user 💡 "its CMD starts server, for which redis:8 keeps root"
    CMD ["/app/server"]
  `);

  check('a shell around the server of the base')(dockerfile`
    FROM postgres:18
    #    ^^^^^^^^^^^ missing-user 💡 "its CMD starts a shell, for which postgres:18 keeps root"
    CMD exec postgres -c shared_buffers=1GB
  `);

  clean('the server of a base that steps down, with options, by its entrypoint, or behind a script')(dockerfile`
    FROM postgres:18
    CMD ["postgres", "-c", "shared_buffers=1GB"]
  `);

  for (const command of [
    '["--appendonly", "yes"]',
    '["docker-entrypoint.sh", "redis-server"]',
    '["/start.sh"]',
    '["/bin/sh", "/start.sh"]',
    '["gosu", "redis", "x"]',
  ])
    clean(`and ${command}`)({ language: 'dockerfile', text: `FROM redis:8\nCMD ${command}\n` });

  check('in the stage that Skaffold or Bake builds')(files`
    === skaffold.yaml
    apiVersion: skaffold/v4beta11
    kind: Config
    build:
      artifacts:
        - image: till
          context: till
          docker: {target: serve}
    === docker-bake.hcl
    target "cart" {
      context = "cart"
      target  = "serve"
    }
    === till/Dockerfile
    FROM python:3.14-slim AS serve
    #    ^^^^^^^^^^^^^^^^ missing-user 💡
    FROM serve AS test
    USER 10001
    === cart/Dockerfile
    FROM python:3.14-slim AS serve
    #    ^^^^^^^^^^^^^^^^ missing-user 💡
    FROM serve AS test
    USER 10001
  `);
});

it('missing-user is for those who are strict where the program steps down', () => {
  const of = (start: string): boolean =>
    found('Dockerfile', `FROM alpine:3.22\nRUN apk add --no-cache su-exec\nCMD ${start}\n`).includes('missing-user');
  assert.ok(of('["/srv/run"]'));
  assert.ok(!of('["su-exec", "app", "/srv/run"]'));
});

it('of an image that is a login server is told to those who are strict', () => {
  const told = (start: string, profile: 'recommended' | 'strict' = 'recommended'): boolean =>
    found('Dockerfile', `FROM alpine:3.22\nRUN apk add openssh\n${start}\n`, profile).includes('missing-user');
  assert.equal(told('ENTRYPOINT ["/usr/sbin/sshd", "-D"]'), false);
  assert.equal(told('ENTRYPOINT ["/usr/sbin/sshd", "-D"]', 'strict'), true);
  assert.equal(told('CMD ["server"]'), true);
});

describe('an image that is made to be built on', () => {
  /** Whether the default profile tells it of the first file. */
  const told = (files: Readonly<Record<string, string>>): boolean => {
    const workspace = new Workspace(rules);
    const settings = { ...defaultSettings, root: '/r' };
    const give = (path: string): unknown => workspace.update({ path, text: files[path] ?? '' }, settings);
    for (const path of Object.keys(files)) give(path);
    for (const path of workspace.stale()) give(path);
    workspace.complete = true;
    workspace.refresh();
    return workspace.findings(Object.keys(files)[0] ?? '').some(({ rule: id }) => id === rule.id);
  };
  const base = 'FROM debian:13-slim\nRUN apt-get update\n';

  it('is told to those who are strict', () => {
    assert.equal(told({ '/r/base/Dockerfile': base, '/r/app/Dockerfile': 'FROM shop/base:1\nUSER 1000\n' }), false);
    assert.equal(told({ '/r/base/Dockerfile': `${base}ONBUILD COPY . /app\nCMD ["app"]\n` }), false);
  });

  it('is told where it starts a program, or nobody builds on it', () => {
    const app = 'FROM shop/base:1\nUSER 1000\n';
    assert.equal(told({ '/r/base/Dockerfile': `${base}CMD ["app"]\n`, '/r/app/Dockerfile': app }), true);
    assert.equal(told({ '/r/other/Dockerfile': base, '/r/app/Dockerfile': app }), true);
    assert.equal(told({ '/r/debian/Dockerfile': base, '/r/app/Dockerfile': 'FROM debian:13\nUSER 1000\n' }), true);
  });
});
