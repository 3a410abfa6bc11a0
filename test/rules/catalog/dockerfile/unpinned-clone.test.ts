import rule from '../../../../rules/catalog/dockerfile/unpinned-clone.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('without a tag')(debian`
    RUN apt-get update && git clone --depth=1 https://example.com/a.git
    #                         ^^^^^ unpinned-clone
  `);

  clean('a tag, and what clones nothing')(debian`
    RUN git clone -b v1 https://example.com/a.git
    RUN git -C /a fetch
  `);
});
