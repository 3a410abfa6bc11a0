import rule from '../../../rules/dockerfile/dnf-cache-left.ts';
import { dockerfile, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the first download of a RUN',
    dockerfile`
      FROM fedora:42
      RUN dnf update -y && dnf install -y httpd
      #       ^^^^^^ dnf-cache-left 💡
    `,
  );

  clean(
    'cleaned in the same RUN, mounted, or not installing',
    dockerfile`
      FROM fedora:42
      RUN dnf install -y httpd && dnf clean all
      RUN microdnf install -y httpd && microdnf clean all
      RUN dnf -y install httpd && rm -rf /var/cache/dnf/*
    `,
  );

  fix(
    'in the same RUN',
    dockerfile`
      FROM fedora:42
      RUN microdnf install -y httpd
    `,
    dockerfile`
      FROM fedora:42
      RUN microdnf install -y httpd && microdnf clean all
    `,
  );
});
