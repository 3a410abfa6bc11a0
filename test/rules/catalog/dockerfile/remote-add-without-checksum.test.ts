import rule from '../../../../rules/catalog/dockerfile/remote-add-without-checksum.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('downloads, and repositories by a name that can move')(debian`
    ADD https://example.com/tool.tar.gz /opt/
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ remote-add-without-checksum 💡
    ADD https://example.com/tool.git#main /src
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ remote-add-without-checksum "a full commit"
  `);

  clean('the state of a branch, which has to change')(debian`
    ADD https://api.github.com/repos/example/tool/git/refs/heads/main /.git-hashref
    ADD https://gitlab.example.com/api/v4/projects/7/repository/branches/main /tmp/branch.json
  `);

  check('what is at a branch')(debian`
    ADD https://api.github.com/repos/example/tool/tarball/main /src.tgz
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ remote-add-without-checksum 💡
  `);

  clean('a checksum, a commit, local files')(debian`
    ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/tool.tar.gz /opt/
    ADD https://example.com/tool.git#8f4a1c2d9b3e7f60a5c4d3b2a1908f7e6d5c4b3a /src
    ADD rootfs.tar /
  `);

  check('an address with a variable')(debian`
    ARG VERSION
    ADD https://downloads.example.com/\${VERSION}/exporter /usr/local/bin/exporter
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ remote-add-without-checksum 💡
  `);
});
