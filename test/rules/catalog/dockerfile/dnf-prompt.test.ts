import rule from '../../../../rules/catalog/dockerfile/dnf-prompt.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('an install without an answer')(dockerfile`
    FROM fedora:42
    RUN dnf update && dnf install httpd
    #                     ^^^^^^^ dnf-prompt 💡
  `);

  clean('answered, or not installing')(dockerfile`
    FROM fedora:42
    RUN dnf install -y httpd
    RUN microdnf --assumeyes install httpd
    RUN dnf remove httpd
  `);

  clean('the answer is no')(dockerfile`
    FROM fedora:42
    RUN dnf install --assumeno httpd
  `);
});
