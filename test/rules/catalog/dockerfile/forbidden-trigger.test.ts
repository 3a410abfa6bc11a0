import rule from '../../../../rules/catalog/dockerfile/forbidden-trigger.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('what ONBUILD does not take')(debian`
    ONBUILD MAINTAINER me
    #       ^^^^^^^^^^ forbidden-trigger
  `);

  clean('everything else')(debian`
    ONBUILD SHELL ["/bin/sh", "-c"]
    ONBUILD ARG x
    MAINTAINER me
  `);
});
