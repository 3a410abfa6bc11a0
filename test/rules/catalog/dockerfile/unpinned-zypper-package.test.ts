import rule from '../../../../rules/catalog/dockerfile/unpinned-zypper-package.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the first package without a version')(dockerfile`
    FROM opensuse/leap:15.6
    RUN zypper -n in --repo main httpd
    #                            ^^^^^ unpinned-zypper-package
  `);

  clean('versions in every form, and what has none')(dockerfile`
    FROM opensuse/leap:15.6
    RUN zypper install -y httpd=2.4.62 'git>=2'
    RUN zypper refresh
  `);
});
