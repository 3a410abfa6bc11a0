import rule from '../../../../rules/catalog/dockerfile/write-behind-volume.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('by a command, its output and a copy')(dockerfile`
    FROM debian:13-slim
    VOLUME /data/ /x
    RUN mkdir /data/a && echo b > /x/b
    #         ^^^^^^^ write-behind-volume
    #                             ^^^^ write-behind-volume
    COPY a /data
    #      ^^^^^ write-behind-volume
  `);

  clean('read only, beside it, and in another stage')(dockerfile`
    FROM debian:13-slim
    VOLUME /data
    RUN cp /data/a /b && mkdir /database
  `);
});
