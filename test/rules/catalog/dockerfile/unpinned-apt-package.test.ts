import rule from '../../../../rules/catalog/dockerfile/unpinned-apt-package.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the first package without a version')(dockerfile`
    FROM debian:13-slim
    RUN apt-get -o A=b update && apt-get install -y -t trixie curl git=1:2.47
    #                                                         ^^^^ unpinned-apt-package
  `);

  clean('versions in every form, and what has none')(dockerfile`
    FROM debian:13-slim
    RUN apt-get install -y curl=8.14.1-2 git/trixie-backports ./a.deb $EXTRA
    RUN apt-get update
  `);
});
