import rule from '../../../../rules/catalog/dockerfile/replaced-shell.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('a link in its place')(debian`
    RUN ln -sfv /bin/bash /bin/sh
    #                     ^^^^^^^ replaced-shell
  `);

  clean('links elsewhere')(debian`
    RUN ln -s foo bar && something_with /bin/sh
    RUN ln -s /bin/sh /usr/local/bin/sh
  `);
});
