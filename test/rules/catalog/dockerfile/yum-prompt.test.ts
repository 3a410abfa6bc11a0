import rule from '../../../../rules/catalog/dockerfile/yum-prompt.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('an install without an answer')(dockerfile`
    FROM amazonlinux:2
    RUN yum update && yum install httpd
    #                     ^^^^^^^ yum-prompt 💡
  `);

  clean('answered, or not installing')(dockerfile`
    FROM amazonlinux:2
    RUN yum install -y httpd
    RUN yum --assumeyes install httpd
    RUN yum remove httpd
  `);
});
