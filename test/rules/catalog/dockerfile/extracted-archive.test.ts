import rule from '../../../../rules/catalog/dockerfile/extracted-archive.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('unpacked below')(debian`
    COPY app.tar.gz conf.json /tmp/
    #    ^^^^^^^^^^ extracted-archive
    RUN cd /srv && tar -xzf /tmp/app.tar.gz
  `);

  clean('unpacked by nobody')(debian`
    COPY package.tgz /srv/
    RUN tar -xf /tmp/other.tar
  `);

  check('under another name, in another form')(debian`
    ARG SITE=/tmp/site.tgz
    WORKDIR /srv
    COPY dist/site-2.1.tar.gz /tmp/site.tgz
    #    ^^^^^^^^^^^^^^^^^^^^ extracted-archive
    COPY ["dist/data.zip", "data.zip"]
    #     ^^^^^^^^^^^^^^^ extracted-archive
    COPY dist/more.tar.xz /tmp
    #    ^^^^^^^^^^^^^^^^ extracted-archive
    COPY release /tmp/release.tgz
    #    ^^^^^^^ extracted-archive
    RUN tar -xzf $SITE -C /srv && rm $SITE
    RUN unzip -q data.zip
    RUN cat /tmp/more.tar.xz | tar xJ
    RUN cd /tmp && tar --extract --file=release.tgz
  `);

  clean('another archive, only listed, or in a stage that is thrown away')(dockerfile`
    FROM debian:13-slim AS build
    COPY lib.tgz /tmp/
    RUN tar -xf /tmp/lib.tgz
    FROM debian:13-slim
    COPY dist/site-2.1.tar.gz /srv/download/site.tgz
    COPY list.tgz /srv/
    RUN tar -xzf /usr/share/doc/site.tgz -C /srv
    RUN tar -tzf /srv/list.tgz
  `);
});
