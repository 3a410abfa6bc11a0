import rule from '../../../../rules/catalog/dockerfile/unpinned-clone.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('without a tag')(dockerfile`
    FROM debian:13-slim
    RUN apt-get update && git clone --depth=1 https://example.com/a.git
    #                         ^^^^^ unpinned-clone
  `);

  clean('a tag, and what clones nothing')(dockerfile`
    FROM debian:13-slim
    RUN git clone -b v1 https://example.com/a.git
    RUN git -C /a fetch
  `);
});
