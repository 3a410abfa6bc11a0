import rule from '../../../../rules/catalog/dockerfile/redundant-platform.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('the default')(dockerfile`
    FROM --platform=\${TARGETPLATFORM} debian:13-slim
    #               ^^^^^^^^^^^^^^^^^ redundant-platform 💡
  `);

  clean('others')(dockerfile`
    FROM --platform=$BUILDPLATFORM debian:13-slim
    FROM debian:13-slim
  `);

  fix('without the flag')(dockerfile`FROM --platform=$TARGETPLATFORM debian:13-slim`, dockerfile`FROM debian:13-slim`);

  clean('a variable that an argument sets')(dockerfile`
    ARG TARGETPLATFORM=linux/amd64
    FROM --platform=$TARGETPLATFORM debian:13-slim
  `);
});
