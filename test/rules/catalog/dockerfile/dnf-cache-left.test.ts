import rule from '../../../../rules/catalog/dockerfile/dnf-cache-left.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('the first download of a RUN')(dockerfile`
    FROM fedora:42
    RUN dnf update -y && dnf install -y httpd
    #       ^^^^^^ dnf-cache-left 💡
  `);

  clean('cleaned in the same RUN, mounted, or not installing')(dockerfile`
    FROM fedora:42
    RUN dnf install -y httpd && dnf clean all
    RUN microdnf install -y httpd && microdnf clean all
    RUN dnf -y install httpd && rm -rf /var/cache/dnf/*
  `);

  fix('before the last semicolon')(
    { language: 'dockerfile', text: 'FROM fedora:42\nRUN dnf install -y httpd;\n' },
    { language: 'dockerfile', text: 'FROM fedora:42\nRUN dnf install -y httpd && dnf clean all;\n' },
  );

  fix('below a comment between the lines')(
    {
      language: 'dockerfile',
      text: 'FROM fedora:42\nRUN dnf install -y \\\n    # the server\n    httpd \\\n    # and its modules\n    mod_ssl\n',
    },
    {
      language: 'dockerfile',
      text: 'FROM fedora:42\nRUN dnf install -y \\\n    # the server\n    httpd \\\n    # and its modules\n    mod_ssl && dnf clean all\n',
    },
  );

  refuses(
    'behind an operator that is no chain',
    /no chain/,
  )({ language: 'dockerfile', text: 'FROM fedora:42\nRUN dnf install -y httpd || true\n' });

  refuses(
    'behind what leaves the shell',
    /no chain/,
  )({ language: 'dockerfile', text: 'FROM fedora:42\nRUN dnf install -y httpd; exit 0\n' });

  refuses(
    'behind a comment of the shell',
    /no chain/,
  )({ language: 'dockerfile', text: 'FROM fedora:42\nRUN dnf install -y httpd # ours\n' });

  refuses(
    'in the background',
    /no chain/,
  )({ language: 'dockerfile', text: 'FROM fedora:42\nRUN dnf install -y httpd &\n' });

  refuses(
    'into another root',
    /another root/,
  )({ language: 'dockerfile', text: 'FROM fedora:42\nRUN dnf install -y --installroot=/mnt httpd\n' });

  refuses(
    'by sudo, where nobody is root',
    /sudo dnf clean all/,
  )({ language: 'dockerfile', text: 'FROM fedora:42\nUSER app\nRUN sudo dnf install -y httpd\n' });

  clean('folders that a mount holds')(dockerfile`
    FROM fedora:42
    ARG CACHE
    RUN --mount=type=cache,target=/var/cache dnf install -y httpd
    RUN --mount=type=cache,dst=/var/cache/libdnf5/ dnf install -y httpd
    RUN --mount=type=cache,target=$CACHE dnf install -y httpd
  `);

  check('not a mount of something else')(dockerfile`
    FROM fedora:42
    RUN --mount=type=cache,target=/var/cache/other --mount=type=secret,id=a,target=/var/cache/dnf dnf install -y httpd
    #                                                                                                 ^^^^^^^ dnf-cache-left 💡
  `);
});
