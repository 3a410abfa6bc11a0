import rule from '../../../../rules/catalog/dockerfile/persisted-secret.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('by cp, by redirection, by tee')(debian`
    RUN --mount=type=secret,id=a,dst=/a cp /a /b
    #                                      ^^ persisted-secret
    RUN --mount=type=secret,id=t cat /run/secrets/t >> /etc/t
    #                                ^^^^^^^^^^^^^^ persisted-secret
    RUN --mount=type=secret,id=t cat /run/secrets/t | tee /etc/t
    #                                ^^^^^^^^^^^^^^ persisted-secret
  `);

  clean('read in place, into memory, as a variable')(debian`
    RUN --mount=type=secret,id=t cat /run/secrets/t > /dev/null
    RUN --mount=type=secret,id=t,env=T echo x > /run/secrets/t
    RUN --mount=type=secret,id=t TOKEN=$(cat /run/secrets/t) make
  `);
});
