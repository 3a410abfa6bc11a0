import rule from '../../../../rules/catalog/dockerfile/zypper-prompt.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, refuses }) => {
  check('an install without an answer')(dockerfile`
    FROM opensuse/leap:15.6
    RUN zypper update && zypper install httpd
    #                           ^^^^^^^ zypper-prompt 💡
  `);

  clean('answered, or not installing')(dockerfile`
    FROM opensuse/leap:15.6
    RUN zypper -n install httpd
    RUN zypper install --no-confirm httpd
    RUN zypper --non-interactive in httpd
    RUN zypper remove httpd
  `);

  refuses(
    'sources',
    /--non-interactive/,
  )({ language: 'dockerfile', text: 'FROM opensuse/leap:15.6\nRUN zypper si httpd\n' });
});
