import rule from '../../../../rules/catalog/dockerfile/system-workdir.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('below the folder')(debian`
    WORKDIR "/sys/fs"
    #       ^^^^^^^^^ system-workdir
  `);

  clean('similar names')(debian`
    WORKDIR /devel
    WORKDIR $HOME
  `);
});
