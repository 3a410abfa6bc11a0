import rule from '../../../../rules/catalog/dockerfile/sensitive-volume.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('one of several')(debian`
    VOLUME /data /etc/
    #            ^^^^^ sensitive-volume
  `);

  clean('folders of programs')(debian`
    VOLUME /etc/app
    VOLUME $DATA
  `);
});
