import rule from '../../../../rules/catalog/dockerfile/forbidden-trigger.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('what ONBUILD does not take')(dockerfile`
    FROM debian:13-slim
    ONBUILD MAINTAINER me
    #       ^^^^^^^^^^ forbidden-trigger
  `);

  clean('everything else')(dockerfile`
    FROM debian:13-slim
    ONBUILD SHELL ["/bin/sh", "-c"]
    ONBUILD ARG x
    MAINTAINER me
  `);
});
