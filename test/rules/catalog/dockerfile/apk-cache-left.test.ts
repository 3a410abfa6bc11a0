import rule from '../../../../rules/catalog/dockerfile/apk-cache-left.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('each install of a RUN')(dockerfile`
    FROM alpine:3.22
    RUN apk add curl && apk add git
    #       ^^^ apk-cache-left 💡
    #                       ^^^ apk-cache-left 💡
  `);

  clean('cleaned in the same RUN, mounted, or not installing')(dockerfile`
    FROM alpine:3.22
    RUN apk add --no-cache curl
    RUN --mount=type=cache,target=/var/cache/apk apk add curl
    RUN apk add curl && rm -rf /var/cache/apk/*
    RUN apk del curl
  `);

  fix('in the same RUN')(dockerfile`
      FROM alpine:3.22
    - RUN apk add --virtual .build gcc
    + RUN apk add --no-cache --virtual .build gcc
  `);

  clean('nothing is fetched')(dockerfile`
    FROM alpine:3.22
    RUN apk add --no-network --virtual .parts so:libpng16.so.16
  `);
});
