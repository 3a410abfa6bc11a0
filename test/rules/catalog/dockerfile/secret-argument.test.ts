import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/dockerfile/secret-argument.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('what is kept for running')(dockerfile`
    FROM node:24-slim
    ARG API_KEY
    #   ^^^^^^^ secret-argument
    ENV API_KEY=$API_KEY
    #   ^^^^^^^ secret-argument "Stays in the image: the value of API_KEY"
  `);

  check('a default that is there to be replaced')(dockerfile`
    FROM node:24-slim
    ENV GITHUB_TOKEN placeholder
    #   ^^^^^^^^^^^^ secret-argument "Stays in the image: the value of GITHUB_TOKEN"
  `);

  clean('names that are about a secret, or public')(dockerfile`
    FROM node:24-slim
    ARG PUBLIC_KEY
    ARG TOKEN_TTL
    ENV PASSWORD_FILE=$X
    ENV SSH_KEY=/run/secrets/key
  `);

  fix('mounts it for the command that names it')(dockerfile`
      FROM node:24-slim
    - ARG NPM_TOKEN
    - RUN echo "//registry.example.com/:_authToken=$NPM_TOKEN" > .npmrc && npm ci
    + RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN echo "//registry.example.com/:_authToken=$NPM_TOKEN" > .npmrc && npm ci
      RUN npm run build
  `);

  refuses(
    'where it is used outside RUN',
    /outside RUN/,
  )(dockerfile`
    FROM node:24-slim
    ARG API_KEY
    LABEL key=$API_KEY
  `);
});

it('an argument that becomes a variable of the image is told once', () => {
  const of = (lines: string): number =>
    found('Dockerfile', `FROM debian:13-slim\nARG API_KEY\n${lines}USER 1000\n`).filter(
      (id) => id === 'secret-argument',
    ).length;
  assert.equal(of(''), 1);
  assert.equal(of('ENV API_KEY=${API_KEY}\n'), 1);
  assert.equal(of('ENV SHOP_TOKEN=$API_KEY\n'), 1);
  assert.equal(of('ENV SHOP_TOKEN=$API_KEY_OF_SHOP\n'), 2);
  assert.equal(of('ENV GREETING=$API_KEY\n'), 1, 'only the argument has the name of a secret');
  assert.equal(of('ENV SHOP_TOKEN=changeme\n'), 1, 'a word in place of a secret');
});

it('an argument of a stage that no image comes from stays in the cache, and weighs little', () => {
  const of = (text: string): string => {
    const [finding] = new Scope([rule], { language: 'dockerfile', text }).findings;
    return `${finding?.severity}: ${finding?.message}`;
  };
  const builder = 'FROM debian:13-slim AS builder\nARG API_KEY\nRUN make\n';
  assert.equal(
    of(`${builder}FROM debian:13-slim\nCOPY --from=builder /app /app\n`),
    'low: Stays in the build cache, not in the image: the value of API_KEY.',
  );
  assert.equal(
    of(`${builder}FROM builder\nRUN true\n`),
    'medium: Stays in the history of the image: the value of API_KEY.',
  );
  assert.equal(of(builder), 'medium: Stays in the history of the image: the value of API_KEY.');
});
