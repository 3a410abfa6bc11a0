import rule from '../../../../rules/catalog/dockerfile/noisy-wget.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('each wget')(debian`
    RUN apt-get update && wget https://example.com/a
    #                     ^^^^ noisy-wget 💡
  `);

  clean('quiet, or with a log of its own')(debian`
    RUN wget -nv https://example.com/a
    RUN wget -o /tmp/log https://example.com/a
    RUN wget --append-output=/tmp/log https://example.com/a
    RUN wget -qO- https://example.com/a
    RUN curl https://example.com/a
  `);

  fix('behind the program')(dockerfile`
      FROM debian:13-slim
    - RUN wget https://example.com/a
    + RUN wget --progress=dot:giga https://example.com/a
  `);

  fix('where GNU wget was installed')(dockerfile`
      FROM alpine:3.22
    - RUN apk add --no-cache wget=1.25.0-r1 && wget https://example.com/a
    + RUN apk add --no-cache wget=1.25.0-r1 && wget --progress=dot:giga https://example.com/a
  `);

  fix('where a stage below has it')(dockerfile`
      FROM alpine:3.22 AS tools
      RUN apk add --no-cache curl wget
      FROM tools
    - RUN wget https://example.com/a
    + RUN wget --progress=dot:giga https://example.com/a
  `);

  fix('on an image nobody knows, whose distribution the package manager tells')(dockerfile`
      FROM registry.example.com/base:1
      RUN apt-get update && apt-get install -y wget
    - RUN wget https://example.com/a
    + RUN wget --progress=dot:giga https://example.com/a
  `);

  for (const [name, text] of [
    ['alpine', 'FROM alpine:3.22\nRUN wget https://example.com/a\n'],
    ['an image built on it', 'FROM python:3.13-alpine\nRUN wget https://example.com/a\n'],
    ['busybox', 'FROM busybox:1.37\nRUN wget https://example.com/a\n'],
    ['installed too late', 'FROM alpine:3.22\nRUN wget https://example.com/a && apk add wget\n'],
    [
      'taken away again',
      'FROM alpine:3.22\nRUN apk add -t .deps wget && make && apk del .deps\nRUN wget https://example.com/a\n',
    ],
    ['an image nobody knows', 'FROM registry.example.com/base:1\nRUN wget https://example.com/a\n'],
    ['a name that a variable holds', 'ARG BASE\nFROM $BASE\nRUN wget https://example.com/a\n'],
  ] as const)
    refuses(`BusyBox knows no --progress: ${name}`, /-q/)({ language: 'dockerfile', text });
});
