import rule from '../../../../rules/catalog/dockerfile/debug-tools.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('with and without version')(debian`
    RUN apt-get install -y strace=6.13 curl nmap
    #                      ^^^^^^^^^^^ debug-tools
    #                                       ^^^^ debug-tools
  `);

  clean('libraries of that name')(debian`RUN apt-get install -y libnmap-dev`);
});
