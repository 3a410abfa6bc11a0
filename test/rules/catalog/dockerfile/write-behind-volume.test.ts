import rule from '../../../../rules/catalog/dockerfile/write-behind-volume.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('by a command, its output and a copy')(debian`
    VOLUME /data/ /x
    RUN mkdir /data/a && echo b > /x/b
    #         ^^^^^^^ write-behind-volume
    #                             ^^^^ write-behind-volume
    COPY a /data
    #      ^^^^^ write-behind-volume
  `);

  clean('read only, beside it, and in another stage')(debian`
    VOLUME /data
    RUN cp /data/a /b && mkdir /database
  `);
});
