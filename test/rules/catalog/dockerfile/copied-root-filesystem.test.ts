import rule from '../../../../rules/catalog/dockerfile/copied-root-filesystem.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('a directory, and the context')(dockerfile`
    FROM debian:13-slim
    COPY --from=alpine:3.22 /etc /
    COPY / /app
  `);
});
