import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/dockerfile/literal-secret.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('by its name, or by its shape whatever the name')(dockerfile`
    FROM debian:13-slim
    ENV A=1 DB_PASSWORD="correct-horse"
    #       ^^^^^^^^^^^ literal-secret "Holds a password, readable for everybody who has the image: ENV DB_PASSWORD"
    ARG SOMETHING=ghp_16C7e42F292c6912E7710c838347Ae178B4a
    #   ^^^^^^^^^ literal-secret "a GitHub token"
  `);

  clean('switches, paths, names, placeholders (hadolint DL3064 flags any name with "token" in it)')(dockerfile`
    FROM debian:13-slim
    ENV TOKENIZERS_PARALLELISM=false DB_PASSWORD_FILE=/run/secrets/db
    ENV DB_PASSWORD=changeme SECRET_NAME=shop
    ENV API_TOKEN=$API_TOKEN
  `);

  check('PASS as the last word, and no other')(dockerfile`
    FROM busybox:1.37
    ENV SMTP_PASS=n0t-a-real-one-7
    #   ^^^^^^^^^ literal-secret
    ENV CACHE_BYPASS=n0t-a-real-one-7 COMPASS=n0t-a-real-one-7 PASS_THROUGH=n0t-a-real-one-7
  `);

  check('what shows itself in a command, a file or a label')(dockerfile`
    FROM debian:13-slim
    RUN curl -H "Authorization: token ghp_16C7e42F292c6912E7710c838347Ae178B4a" https://example.com/
    #   ^^^^ literal-secret "Holds a GitHub token, readable for everybody who has the image: RUN."
    RUN make && SENTRY_AUTH_TOKEN=5f2b8c1d9e3a7f60b4c8d2e1a9073f6e5 npm run build
    #           ^^^^^^^^^^^^^^^^^ literal-secret
    LABEL owner="glpat-x8Kd93mfPq7Zt2Lw5Vbn"
    #<---- literal-secret "image: LABEL."
    COPY <<EOF /etc/app.conf
    #<--- literal-secret "image: COPY."
    token = ghp_16C7e42F292c6912E7710c838347Ae178B4a
    EOF
  `);

  clean('what stands in for one during the build')(dockerfile`
    FROM debian:13-slim
    RUN SECRET_KEY_BASE=dummy DB_PASSWORD=postgres rails assets:precompile
    RUN SECRET_KEY=collectstatic python manage.py collectstatic
    RUN --mount=type=secret,id=t TOKEN=$(cat /run/secrets/t) npm ci
  `);

  fix('mounts a default of the build for each command that names it')(dockerfile`
      FROM debian:13-slim
    - ARG NPM_TOKEN=s3cr3t-build-token
    - RUN npm config set //registry.example.com/:_authToken $NPM_TOKEN && npm ci
    + RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm config set //registry.example.com/:_authToken $NPM_TOKEN && npm ci
  `);

  fix('mounts what is kept where commands of the build name it')(dockerfile`
      FROM debian:13-slim
    - ENV API_TOKEN=s3cr3t-build-token
    - RUN fetch --token $API_TOKEN
    + RUN --mount=type=secret,id=api_token,env=API_TOKEN fetch --token $API_TOKEN
  `);

  refuses(
    'what only what runs can read',
    /pass it when the container starts/,
  )(dockerfile`
    FROM debian:13-slim
    ENV DB_PASSWORD=hunter2-prod
    RUN make
  `);

  refuses(
    'what another stage takes over',
    /another stage/,
  )(dockerfile`
    FROM debian:13-slim AS base
    ENV API_TOKEN=s3cr3t-build-token
    RUN fetch --token $API_TOKEN
    FROM base
    RUN fetch --more --token $API_TOKEN
  `);

  refuses(
    'a default above every stage',
    /inside a stage|No RUN|outside RUN/,
  )(dockerfile`
    ARG API_TOKEN=s3cr3t-build-token
    FROM debian:13-slim
    ARG API_TOKEN
    RUN fetch --token $API_TOKEN
  `);
});

it('a default that somebody thought up weighs less than a secret at random', () => {
  const of = (value: string): string | undefined =>
    new Scope([rule], { language: 'dockerfile', text: `FROM debian:13-slim\nENV API_SECRET=${value}\n` }, {})
      .findings[0]?.severity;
  assert.equal(of('supersecret'), 'high');
  assert.equal(of('aB3dE5gH7jK9mN1pQ3sT5vW7'), 'critical');
});
