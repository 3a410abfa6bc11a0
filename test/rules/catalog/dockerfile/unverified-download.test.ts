import rule from '../../../../rules/catalog/dockerfile/unverified-download.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('unpacked from a pipe, and made a program')(debian`
    RUN curl -fsSL https://example.com/a.tgz | tar xz
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^ unverified-download
    RUN wget https://example.com/b && chmod 755 b
    #        ^^^^^^^^^^^^^^^^^^^^^ unverified-download
  `);

  clean('checked in any way')(debian`
    RUN curl -fsSLO https://example.com/a.tgz && gpg --verify a.sig a.tgz && tar xzf a.tgz
  `);

  clean('run, which another rule says')(debian`RUN wget https://example.com/b && chmod 755 b && ./b`);

  check('a checksum that is compared with nothing')(debian`
    RUN wget https://example.com/b.tgz && sha256sum b.tgz && tar xf b.tgz
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^ unverified-download
  `);
});
