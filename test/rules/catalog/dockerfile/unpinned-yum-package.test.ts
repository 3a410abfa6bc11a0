import rule from '../../../../rules/catalog/dockerfile/unpinned-yum-package.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the first package without a version')(dockerfile`
    FROM amazonlinux:2
    RUN yum -y --enablerepo epel install httpd
    #                                    ^^^^^ unpinned-yum-package
  `);

  clean('versions in every form, and what has none')(dockerfile`
    FROM amazonlinux:2
    RUN yum -y install httpd-2.4.62 @development
    RUN yum remove -y httpd
  `);
});
