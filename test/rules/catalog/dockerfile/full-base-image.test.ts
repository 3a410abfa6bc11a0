import rule from '../../../../rules/catalog/dockerfile/full-base-image.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('the final stage alone')(dockerfile`
    FROM node:24 AS build
    FROM python:3.13
    #    ^^^^^^^^^^^ full-base-image 💡 "python:3.13-slim"
  `);

  clean('small variants, other distributions, images of others')(dockerfile`
    FROM node:24-slim AS a
    FROM node:24-alpine AS b
    FROM example.com/node:24 AS c
    FROM golang:1.25
  `);

  fix('keeps the version')(
    dockerfile`FROM --platform=$BUILDPLATFORM node:24-bookworm AS app`,
    dockerfile`FROM --platform=$BUILDPLATFORM node:24-bookworm-slim AS app`,
  );

  fix('the release stands before or behind, as the image has it', { title: /^(?!.*\(if )/ })(
    dockerfile`
      FROM ruby:3.4-bookworm
      USER 1000
    `,
    dockerfile`
      FROM ruby:3.4-slim-bookworm
      USER 1000
    `,
  );

  fix('what apt-get brings is there in both', { title: /^(?!.*\(if )/ })(
    dockerfile`
      FROM node:24-bookworm
      RUN apt-get update && apt-get install -y git && git clone https://example.com/x /x && npm ci --ignore-scripts
      CMD ["node", "/x/main.js"]
    `,
    dockerfile`
      FROM node:24-bookworm-slim
      RUN apt-get update && apt-get install -y git && git clone https://example.com/x /x && npm ci --ignore-scripts
      CMD ["node", "/x/main.js"]
    `,
  );

  for (const [tool, line] of [
    ['git', 'RUN git clone https://example.com/x'],
    ['curl', 'RUN curl -fsSL https://example.com/x | tar xz'],
    ['make', 'RUN cd /x && make'],
    ['pip', 'RUN pip install -r requirements.txt'],
    ['gcc', 'RUN ["gcc", "-o", "/x", "/x.c"]'],
    ['curl', 'HEALTHCHECK CMD curl -f http://localhost/'],
    ['wget', 'ONBUILD RUN wget https://example.com/x'],
  ])
    fix(`not in bulk where ${line} needs more`, {
      title: new RegExp(`\\(if ${tool} works with what python:3\\.13-slim has\\)$`),
    })(
      { language: 'dockerfile', text: `FROM python:3.13\n${line}\n` },
      { language: 'dockerfile', text: `FROM python:3.13-slim\n${line}\n` },
    );
});
