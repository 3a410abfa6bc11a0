import rule from '../../../../rules/catalog/dockerfile/unpinned-dnf-package.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the first package without a version')(dockerfile`
    FROM fedora:42
    RUN microdnf install -y --setopt install_weak_deps=0 httpd
    #                                                    ^^^^^ unpinned-dnf-package
  `);

  clean('versions in every form, and what has none')(dockerfile`
    FROM fedora:42
    RUN dnf install -y httpd-2.4.62-1.fc42 && dnf clean all
    RUN dnf module install -y nodejs:22
  `);
});
