import rule from '../../../../rules/catalog/dockerfile/whole-upgrade.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check }) => {
  check('the verb behind flags')(dockerfile`
    FROM debian:13-slim
    RUN apt-get update && apt-get --quiet dist-upgrade
    #                                     ^^^^^^^^^^^^ whole-upgrade
  `);
});
