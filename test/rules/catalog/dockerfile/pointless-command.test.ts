import rule from '../../../../rules/catalog/dockerfile/pointless-command.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the program')(dockerfile`
    FROM debian:13-slim
    RUN apt-get update && top
    #                     ^^^ pointless-command
  `);

  clean('its name elsewhere')(dockerfile`
    FROM debian:13-slim
    RUN apt-get install ssh
    RUN echo top
  `);
});
