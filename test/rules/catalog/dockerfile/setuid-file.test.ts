import rule from '../../../../rules/catalog/dockerfile/setuid-file.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('by its path, where one is named')(dockerfile`
    FROM debian:13
    RUN chmod +s /sbin/gosu
    #         ^^ setuid-file "Runs as its owner, whoever calls it: /sbin/gosu."
    RUN chmod u+s /bin/a /bin/b
    #         ^^^ setuid-file "Runs as its owner, whoever calls it: the program."
  `);

  check('letters and numbers')(debian`
    RUN chmod -R g+s /srv
    #            ^^^ setuid-file
    COPY --chmod=4755 a /a
    #            ^^^^ setuid-file
  `);

  clean('other modes')(debian`
    RUN chmod 0755 a
    RUN chmod u-s /bin/su
    RUN chmod 1777 /tmp
  `);

  check('a capability that is nearly root')(debian`
    RUN setcap cap_net_bind_service,cap_dac_override+ep /usr/local/bin/tool
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ setuid-file "cap_dac_override"
  `);

  clean('one that opens low ports')(debian`RUN setcap cap_net_bind_service=+ep /usr/local/bin/tool`);
});
