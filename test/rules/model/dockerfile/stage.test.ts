/**
 * What a Dockerfile means, a sentence a row, seen by what the rules say of it. Sources: Dockerfile reference; BuildKit, frontend/dockerfile
 * (parser, shell lexer, dispatch); Docker documentation on build variables, heredocs and multi-stage builds.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import { Scope } from '../../../harness/scope.ts';

interface Row {
  readonly means: string;
  readonly lines: readonly string[];
  readonly found?: readonly string[];
  readonly quiet?: readonly string[];
}

const rootless = ['missing-user', 'root-user'];

const table: readonly Row[] = [
  {
    means: 'the last stage is the image; what only builds may be root',
    lines: ['FROM golang:1.25 AS build', 'USER root', 'EXPOSE 22', 'FROM debian:13-slim', 'USER 1000'],
    quiet: rootless,
  },
  {
    means: 'a USER of another stage does not count',
    lines: ['FROM debian:13-slim AS build', 'USER 1000', 'FROM debian:13-slim'],
    found: ['missing-user'],
  },
  {
    means: 'a stage takes over the user of the stage it is built on, whatever the case of the name',
    lines: ['FROM debian:13-slim AS Base', 'USER 1000', 'FROM base'],
    quiet: rootless,
  },
  {
    means: 'only stages above can be built on; a number names an image',
    lines: ['FROM debian:13-slim AS x', 'USER 1000', 'FROM 0:1'],
    quiet: [...rootless, 'image-without-tag'],
  },
  {
    means: 'stages that name each other are images, and nothing loops',
    lines: ['FROM b:1 AS a', 'FROM a AS b', 'FROM b', 'USER 1000'],
    quiet: rootless,
  },
  {
    means: 'COPY --from takes a number as the index of a stage',
    lines: ['FROM debian:13-slim', 'FROM debian:13-slim', 'COPY --from=0 /a /a', 'COPY --from=5 /a /a'],
    found: ['unknown-copy-source'],
  },
  {
    means: 'an ARG above the first FROM is seen in FROM',
    lines: ['ARG TAG=latest', 'FROM debian:${TAG}', 'USER 1000'],
    found: ['image-tag-latest'],
  },
  {
    means: 'and in a stage only once it is named there',
    lines: ['ARG U=1000', 'FROM scratch', 'ARG U', 'USER $U'],
    quiet: rootless,
  },
  {
    means: 'an ENV beats an ARG of its name wherever both stand',
    lines: ['FROM scratch', 'ENV U=0', 'ARG U=1000', 'USER $U'],
    found: ['root-user'],
  },
  { means: '${:-} gives a default', lines: ['FROM scratch', 'USER ${U:-0}'], found: ['root-user'] },
  {
    means: '${:+} gives something if it is set',
    lines: ['FROM scratch', 'ENV U=1', 'USER ${U:+0}'],
    found: ['root-user'],
  },
  { means: '${#} cuts the beginning off', lines: ['FROM scratch', 'ENV U=x0', 'USER ${U#x}'], found: ['root-user'] },
  { means: '${%} cuts the end off', lines: ['FROM scratch', 'ENV U=0x', 'USER ${U%x}'], found: ['root-user'] },
  { means: '${//} replaces', lines: ['FROM scratch', 'ENV U=xx', 'USER ${U//x/0}'], found: ['root-user'] },
  {
    means: 'what nobody can know is neither good nor bad',
    lines: ['ARG BASE', 'FROM $BASE', 'ARG U', 'USER $U'],
    quiet: [...rootless, 'named-user', 'user-not-created', 'image-without-tag'],
  },
  {
    means: 'arguments that the build defines are not undefined',
    lines: ['FROM --platform=$BUILDPLATFORM debian:13-slim', 'USER 1000', 'LABEL a=$TARGETARCH p=$HTTP_PROXY'],
    quiet: ['undefined-argument-in-from', 'misspelt-variable'],
  },
  { means: 'zero in any spelling is root', lines: ['FROM scratch', 'USER "00":1000'], found: ['root-user'] },
  { means: 'a group of root is no user of root', lines: ['FROM scratch', 'USER 1000:0'], quiet: rootless },
  {
    means: 'ContainerAdministrator is the root of Windows',
    lines: ['FROM mcr.microsoft.com/windows/nanoserver:ltsc2025', 'USER ContainerAdministrator'],
    found: ['root-user'],
  },
  {
    means: 'ContainerUser is not',
    lines: ['FROM mcr.microsoft.com/windows/servercore:ltsc2025', 'USER ContainerUser'],
    quiet: rootless,
  },
  {
    means: '$APP_UID comes with the images of .NET',
    lines: ['FROM mcr.microsoft.com/dotnet/aspnet:9.0', 'USER $APP_UID'],
    quiet: rootless,
  },
  { means: 'some images do not run as root', lines: ['FROM gcr.io/distroless/static:nonroot'], quiet: rootless },
  { means: 'their plain variants do', lines: ['FROM gcr.io/distroless/static:latest'], found: ['missing-user'] },
  { means: 'of other images nobody knows', lines: ['FROM registry.example.com/base:1'], quiet: ['missing-user'] },
  { means: 'scratch runs as root', lines: ['FROM scratch', 'COPY app /app', 'CMD ["/app"]'], found: ['missing-user'] },
  {
    means: 'ONBUILD does not run here, so its USER does not count',
    lines: ['FROM debian:13-slim', 'ONBUILD USER 1000'],
    found: ['missing-user'],
  },
  {
    means: 'but what it runs is judged',
    lines: ['FROM debian:13-slim', 'USER 1000', 'ONBUILD RUN curl https://example.com/a | sh'],
    found: ['curl-pipe-shell'],
  },
  {
    means: 'the body of a heredoc is read by the shell',
    lines: ['FROM debian:13-slim', 'USER 1000', 'RUN <<EOF', 'curl https://example.com/a | sh', 'EOF'],
    found: ['curl-pipe-shell'],
  },
  {
    means: 'unless another program reads it',
    lines: [
      'FROM python:3.13-slim',
      'USER 1000',
      'RUN python3 <<EOF',
      'print("curl https://example.com/a | sh")',
      'EOF',
    ],
    quiet: ['curl-pipe-shell', 'pipe-without-pipefail'],
  },
  {
    means: 'or its first line names one',
    lines: ['FROM python:3.13-slim', 'USER 1000', 'RUN <<EOF', '#!/usr/bin/env python3', 'sudo = 1', 'EOF'],
    quiet: ['sudo-in-run'],
  },
  {
    means: 'the heredoc of a COPY is a file',
    lines: ['FROM debian:13-slim', 'USER 1000', 'COPY <<EOF /x', 'RUN sudo x', 'USER root', 'EOF'],
    quiet: ['sudo-in-run', 'root-user'],
  },
  {
    means: 'a heredoc may have a descriptor and a quoted name with a blank',
    lines: ['FROM debian:13-slim', 'USER 1000', 'RUN cat 3<<"E F" <<-X', 'USER root', 'E F', '\tUSER root', '\tX'],
    quiet: ['root-user'],
  },
  {
    means: 'SHELL changes what reads a RUN',
    lines: ['FROM debian:13-slim', 'USER 1000', 'SHELL ["pwsh", "-c"]', 'RUN sudo x | y'],
    quiet: ['sudo-in-run', 'pipe-without-pipefail'],
  },
  {
    means: 'directives count in the first comments alone',
    lines: ['# a word', '# escape=`', 'FROM debian:13-slim', 'RUN a \\', '  && sudo b', 'USER 1000'],
    found: ['sudo-in-run'],
  },
  {
    means: 'with a backtick as escape a backslash joins nothing',
    lines: ['# escape=`', 'FROM debian:13-slim', 'COPY a C:\\', 'USER 1000'],
    quiet: rootless,
  },
  {
    means: 'comments may stand between continued lines',
    lines: ['FROM debian:13-slim', 'RUN a && \\', '  # why', '  sudo b', 'USER 1000'],
    found: ['sudo-in-run'],
  },
  {
    means: 'the JSON form is JSON; anything else is for the shell',
    lines: ['FROM debian:13-slim', 'USER 1000', "CMD ['a', 'b']"],
    found: ['malformed-json-form'],
  },
  {
    means: 'a cache that is mounted need not be cleaned',
    lines: [
      'FROM debian:13-slim',
      'USER 1000',
      'RUN --mount=type=cache,target=/var/cache/apt --mount=type=cache,target=/var/lib/apt apt-get update && apt-get install -y curl',
    ],
    quiet: ['apt-lists-left'],
  },
  {
    means: 'a secret that is mounted is in no layer',
    lines: ['FROM node:24-slim', 'USER 1000', 'RUN --mount=type=secret,id=npm,target=/root/.npmrc npm ci'],
    quiet: ['literal-secret', 'credential-command', 'persisted-secret'],
  },
];

describe('what a Dockerfile means', () => {
  for (const { means, lines, found = [], quiet = [] } of table) {
    it(means, () => {
      const seen = new Set(
        new Scope(rules, { language: 'dockerfile', text: `${lines.join('\n')}\n` }).findings.map(({ rule }) => rule),
      );
      assert.deepEqual(
        found.filter((rule) => !seen.has(rule)),
        [],
        'these are not found',
      );
      assert.deepEqual(
        quiet.filter((rule) => seen.has(rule)),
        [],
        'these are found',
      );
    });
  }
});
