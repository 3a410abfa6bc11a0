import rule from '../../../../rules/catalog/dockerfile/apt-lists-left.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('in stages that are shipped')(dockerfile`
    FROM debian:13-slim AS base
    RUN apt-get update && apt-get install -y curl
    #           ^^^^^^ apt-lists-left 💡
    FROM base
    RUN apt-get update
    #           ^^^^^^ apt-lists-left 💡
  `);

  clean('in stages that are thrown away, deleted, cached')(dockerfile`
    FROM debian:13-slim AS build
    RUN apt-get update
    FROM debian:13-slim
    RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
    RUN --mount=type=cache,target=/var/lib/apt/lists apt-get update
    RUN apt-get update && apt-get distclean
    RUN --mount=type=tmpfs,target=/var/lib/apt apt-get update
  `);

  fix('at the end of the chain')(
    debian`
      RUN apt-get update && \
          apt-get install -y curl
      CMD ["curl"]
    `,
    debian`
      RUN apt-get update && \
          apt-get install -y curl && rm -rf /var/lib/apt/lists/*
      CMD ["curl"]
    `,
  );

  refuses(
    'lists that a RUN below installs from',
    /RUN below/,
  )({ language: 'dockerfile', text: 'FROM debian:13-slim\nRUN apt-get update\nRUN apt-get install -y curl\n' });

  refuses(
    'lists that a stage built on it installs from',
    /RUN below/,
  )({
    language: 'dockerfile',
    text: 'FROM debian:13-slim AS base\nRUN apt-get update && apt-get install -y curl\nFROM base\nRUN apt-get install -y git\n',
  });

  fix('although one below updates first')(
    {
      language: 'dockerfile',
      text: 'FROM debian:13-slim\nRUN apt-get update && apt-get install -y curl\nRUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*\n',
    },
    {
      language: 'dockerfile',
      text: 'FROM debian:13-slim\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\nRUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*\n',
    },
  );

  check('deleted before they come again')(debian`
    RUN rm -rf /var/lib/apt/lists/* && apt-get update && apt-get install -y curl
    #                                          ^^^^^^ apt-lists-left 💡
  `);

  clean('deleted behind the last update')(debian`
    RUN apt-get update && rm -rf /var/lib/apt/lists/* && apt-get update && apt-get distclean
  `);
});
