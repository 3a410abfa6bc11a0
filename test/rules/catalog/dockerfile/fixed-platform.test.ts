import rule from '../../../../rules/catalog/dockerfile/fixed-platform.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('a constant')(dockerfile`
    FROM --platform=linux/amd64 debian:13-slim AS build
    #               ^^^^^^^^^^^ fixed-platform 💡
  `);

  clean('hadolint DL3029: a variable, and a stage that is named after its platform (BuildKit)')(dockerfile`
    FROM --platform=$BUILDPLATFORM debian:13-slim AS build
    FROM --platform=linux/amd64 debian:13-slim AS tools-amd64
  `);

  fix('without the flag')(dockerfile`FROM --platform=linux/amd64 debian:13-slim`, dockerfile`FROM debian:13-slim`);
});
