import rule from '../../../../rules/catalog/dockerfile/zypper-cache-left.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the first install of a RUN')(dockerfile`
    FROM opensuse/leap:15.6
    RUN zypper refresh && zypper install -y httpd
    #                            ^^^^^^^ zypper-cache-left 💡
  `);

  clean('cleaned in the same RUN, mounted, or not installing')(dockerfile`
    FROM opensuse/leap:15.6
    RUN zypper install -y httpd && zypper clean --all
    RUN zypper -n in httpd && zypper cc
    RUN --mount=type=cache,target=/var/cache/zypp zypper install -y httpd
  `);
});
