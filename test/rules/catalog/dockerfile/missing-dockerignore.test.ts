import rule from '../../../../rules/catalog/dockerfile/missing-dockerignore.ts';
import { files, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean, fix }) => {
  fix('adds a file that holds for every context')(
    files`
      === cart/Dockerfile
      FROM node:24-slim
      COPY . /app
    `,
    files`
      === cart/Dockerfile
      FROM node:24-slim
      COPY . /app
      === cart/Dockerfile.dockerignore
      .git
      .env*
      *.pem
      *.key
    `,
  );

  clean('beside the Dockerfile, above it, or of its own')(files`
    === cart/Dockerfile
    FROM node:24-slim
    COPY . /app
    === web/Dockerfile.dev
    FROM node:24-slim
    COPY . /app
    === web/Dockerfile.dev.dockerignore
    .git
    === .dockerignore
    .git
  `);

  clean('where a Compose file says the context is')(files`
    === build/cart/Dockerfile
    FROM node:24-slim
    COPY . /app
    === compose.yaml
    services:
      cart:
        image: cart
        build:
          context: src
          dockerfile: ../build/cart/Dockerfile
    === src/.dockerignore
    .git
  `);

  clean('into a stage that only builds')(files`
    === cart/Dockerfile
    FROM node:24-slim AS build
    COPY . /src
    FROM node:24-slim
    COPY --from=build /src/dist /app
  `);

  clean('files of another stage')(files`
    === cart/Dockerfile
    FROM node:24-slim AS build
    FROM node:24-slim
    COPY --from=build . /app
  `);
});
