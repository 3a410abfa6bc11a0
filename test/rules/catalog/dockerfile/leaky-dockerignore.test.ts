import rule from '../../../../rules/catalog/dockerfile/leaky-dockerignore.ts';
import { files, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('neither of the two')(files`
    === cart/Dockerfile
    FROM node:24-slim
    COPY . /app
    #    ^^^^^^ leaky-dockerignore
    === cart/.dockerignore
    node_modules
  `);

  clean('by patterns')(files`
    === cart/Dockerfile
    FROM node:24-slim
    COPY . /app
    === cart/.dockerignore
    **/.*
  `);

  clean('there is none, which is another finding')(files`
    === cart/Dockerfile
    FROM node:24-slim
    COPY . /app
  `);
});
