import rule from '../../../../rules/catalog/dockerfile/extracted-archive.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('unpacked below')(dockerfile`
    FROM debian:13-slim
    COPY app.tar.gz conf.json /tmp/
    #    ^^^^^^^^^^ extracted-archive
    RUN cd /srv && tar -xzf /tmp/app.tar.gz
  `);

  clean('unpacked by nobody')(dockerfile`
    FROM debian:13-slim
    COPY package.tgz /srv/
    RUN tar -xf /tmp/other.tar
  `);
});
