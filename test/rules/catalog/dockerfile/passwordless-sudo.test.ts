import rule from '../../../../rules/catalog/dockerfile/passwordless-sudo.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('a group')(dockerfile`
    FROM debian:13-slim
    RUN useradd app && adduser app sudo
    #                              ^^^^ passwordless-sudo
  `);

  clean('similar names')(dockerfile`
    FROM debian:13-slim
    RUN adduser sudoer
    RUN apt-get install sudo
  `);
});
