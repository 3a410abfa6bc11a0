import rule from '../../../../rules/catalog/dockerfile/leaky-dockerignore.ts';
import { files, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
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
