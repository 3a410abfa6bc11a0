import rule from '../../../../rules/catalog/dockerfile/whole-upgrade.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check }) => {
  check('the verb behind flags')(debian`
    RUN apt-get update && apt-get --quiet dist-upgrade
    #                                     ^^^^^^^^^^^^ whole-upgrade
  `);
});
