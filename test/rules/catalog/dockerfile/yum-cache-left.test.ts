import rule from '../../../../rules/catalog/dockerfile/yum-cache-left.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the first download of a RUN')(dockerfile`
    FROM amazonlinux:2
    RUN yum update -y && yum install -y httpd
    #       ^^^^^^ yum-cache-left 💡
  `);

  clean('cleaned in the same RUN, mounted, or not installing')(dockerfile`
    FROM amazonlinux:2
    RUN yum install -y httpd && yum clean all
    RUN yum -y install httpd && rm -rf /var/cache/yum/*
    RUN --mount=type=cache,target=/var/cache/yum yum install -y httpd
  `);
});
