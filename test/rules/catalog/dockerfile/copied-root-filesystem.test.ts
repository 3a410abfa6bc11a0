import rule from '../../../../rules/catalog/dockerfile/copied-root-filesystem.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('a directory, and the context')(debian`
    COPY --from=alpine:3.22 /etc /
    COPY / /app
  `);
});
