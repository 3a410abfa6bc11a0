import rule from '../../../../rules/catalog/dockerfile/pointless-command.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the program')(debian`
    RUN apt-get update && top
    #                     ^^^ pointless-command
  `);

  clean('its name elsewhere')(debian`
    RUN apt-get install ssh
    RUN echo top
  `);
});
