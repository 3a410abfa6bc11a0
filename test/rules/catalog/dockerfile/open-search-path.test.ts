import rule from '../../../../rules/catalog/dockerfile/open-search-path.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('a dot, a folder for everybody, an empty part')(debian`
    ENV PATH=/tmp/bin:$PATH
    #        ^^^^^^^^^^^^^^ open-search-path
    ENV LD_LIBRARY_PATH=/a::/b
    #                   ^^^^^^ open-search-path
  `);

  clean('set above')(debian`
    ENV LD_LIBRARY_PATH=/a
    ENV LD_LIBRARY_PATH=/b:$LD_LIBRARY_PATH
  `);
});
