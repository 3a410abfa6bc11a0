import rule from '../../../../rules/catalog/dockerfile/unpinned-apt-package.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the first package without a version')(debian`
    RUN apt-get -o A=b update && apt-get install -y -t trixie curl git=1:2.47
    #                                                         ^^^^ unpinned-apt-package
  `);

  clean('versions in every form, and what has none')(debian`
    RUN apt-get install -y curl=8.14.1-2 git/trixie-backports ./a.deb $EXTRA
    RUN apt-get update
  `);

  check('in a variable of the same RUN')(debian`
    RUN PKGS="curl=8.14.1 wget" && apt-get install -y $PKGS
    #                                                 ^^^^^ unpinned-apt-package "newest: wget."
    RUN export NAMES='git' \
     && apt-get install -y \${NAMES}
    #                      ^^^^^^^^ unpinned-apt-package "newest: git."
  `);

  clean('in a variable of another RUN, with versions, or set too late')(debian`
    RUN PKGS="curl wget"
    RUN apt-get install -y $PKGS
    RUN PKGS="curl=8.14.1 wget=1.25"; apt-get install -y $PKGS
    RUN apt-get install -y $PKGS && PKGS=curl
    RUN PKGS="$MORE" && apt-get install -y $PKGS
    RUN apt-get install -y curl=8.14.1 vim-
  `);
});
