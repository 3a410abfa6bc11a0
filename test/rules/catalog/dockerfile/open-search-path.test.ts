import rule from '../../../../rules/catalog/dockerfile/open-search-path.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('a dot, a folder for everybody, an empty part')(dockerfile`
    FROM debian:13-slim
    ENV PATH=/tmp/bin:$PATH
    #        ^^^^^^^^^^^^^^ open-search-path
    ENV LD_LIBRARY_PATH=/a::/b
    #                   ^^^^^^ open-search-path
  `);

  clean('set above')(dockerfile`
    FROM debian:13-slim
    ENV LD_LIBRARY_PATH=/a
    ENV LD_LIBRARY_PATH=/b:$LD_LIBRARY_PATH
  `);
});
