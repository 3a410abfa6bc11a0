import rule from '../../../../rules/catalog/dockerfile/unsigned-rpm-package.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('the option of each program')(dockerfile`
    FROM fedora:42
    RUN dnf -y install --setopt=gpgcheck=0 a
    #                  ^^^^^^^^^^^^^^^^^^^ unsigned-rpm-package 💡
    RUN zypper --no-gpg-checks in a
    #          ^^^^^^^^^^^^^^^ unsigned-rpm-package 💡
  `);

  clean('the word elsewhere')(dockerfile`
    FROM fedora:42
    RUN dnf install -y a && echo --nogpgcheck
  `);

  fix('without the option')(dockerfile`
      FROM fedora:42
    - RUN rpm -i --nodigest a.rpm
    + RUN rpm -i a.rpm
  `);

  fix('with the option whose value it is')(
    { language: 'dockerfile', text: 'FROM fedora:42\nRUN dnf install -y --setopt gpgcheck=0 a\n' },
    { language: 'dockerfile', text: 'FROM fedora:42\nRUN dnf install -y a\n' },
  );
});
