import rule from '../../../../rules/catalog/dockerfile/root-user.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('root in quotes, with a group (checkov CKV_DOCKER_8 compares with the bare word)')(dockerfile`
    FROM debian:13-slim
    USER "root:root"
    #    ^^^^^^^^^^^ root-user 💡
  `);

  check('zero by a variable')(dockerfile`
    FROM debian:13-slim
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

  clean('root in a stage that only builds (hadolint DL3002 reports it)')(dockerfile`
    FROM golang:1.25 AS build
    USER root
    FROM gcr.io/distroless/static:nonroot
    COPY --from=build /app /
  `);

  clean('the root group, which OpenShift asks for')(dockerfile`
    FROM debian:13-slim
    USER 1000:0
  `);

  clean('a value that only the build knows')(dockerfile`
    FROM debian:13-slim
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
});
