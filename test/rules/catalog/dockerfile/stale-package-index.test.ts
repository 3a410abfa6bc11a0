import rule from '../../../../rules/catalog/dockerfile/stale-package-index.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('alone, also as JSON')(debian`
    RUN ["apt-get", "update"]
    #               ^^^^^^^^ stale-package-index
    RUN apt-get update && adduser mike
    #           ^^^^^^ stale-package-index
  `);

  clean('checkov CKV_DOCKER_5: yum update upgrades packages')(debian`
    RUN apt-get update && apt-get upgrade -y
    RUN apt-get update; apt-get install -y curl
    RUN yum update -y
  `);
});
