import rule from '../../../rules/dockerfile/full-base-image.ts';
import { dockerfile, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the final stage alone',
    dockerfile`
      FROM node:24 AS build
      FROM python:3.13
      #    ^^^^^^^^^^^ full-base-image 💡 "python:3.13-slim"
    `,
  );

  clean(
    'small variants, other distributions, images of others',
    dockerfile`
      FROM node:24-slim AS a
      FROM node:24-alpine AS b
      FROM example.com/node:24 AS c
      FROM golang:1.25
    `,
  );

  fix(
    'keeps the version',
    dockerfile`
      FROM --platform=$BUILDPLATFORM node:24-bookworm AS app
    `,
    dockerfile`
      FROM --platform=$BUILDPLATFORM node:24-bookworm-slim AS app
    `,
  );
});
