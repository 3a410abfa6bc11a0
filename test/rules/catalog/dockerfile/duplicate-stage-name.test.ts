import rule from '../../../../rules/catalog/dockerfile/duplicate-stage-name.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('whatever the case')(dockerfile`
    FROM node:22 AS build
    FROM golang:1.25 AS Build
    #                   ^^^^^ duplicate-stage-name
  `);

  clean('names of their own')(dockerfile`
    FROM node:22 AS web
    FROM web
    FROM golang:1.25 AS api
  `);
});
