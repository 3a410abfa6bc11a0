import rule from '../../../../rules/catalog/dockerfile/passwordless-sudo.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('a group')(debian`
    RUN useradd app && adduser app sudo
    #                              ^^^^ passwordless-sudo
  `);

  clean('similar names')(debian`
    RUN adduser sudoer
    RUN apt-get install sudo
  `);
});
