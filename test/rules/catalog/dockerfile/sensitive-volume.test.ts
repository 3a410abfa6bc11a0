import rule from '../../../../rules/catalog/dockerfile/sensitive-volume.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('one of several')(dockerfile`
    FROM debian:13-slim
    VOLUME /data /etc/
    #            ^^^^^ sensitive-volume
  `);

  clean('folders of programs')(dockerfile`
    FROM debian:13-slim
    VOLUME /etc/app
    VOLUME $DATA
  `);
});
