import rule from '../../../../rules/catalog/dockerfile/system-workdir.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('below the folder')(dockerfile`
    FROM debian:13-slim
    WORKDIR "/sys/fs"
    #       ^^^^^^^^^ system-workdir
  `);

  clean('similar names')(dockerfile`
    FROM debian:13-slim
    WORKDIR /devel
    WORKDIR $HOME
  `);
});
