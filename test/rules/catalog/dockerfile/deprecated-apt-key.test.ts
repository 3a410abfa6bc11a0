import rule from '../../../../rules/catalog/dockerfile/deprecated-apt-key.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('both verbs')(dockerfile`
    FROM debian:13-slim
    RUN wget -qO- https://example.com/k | apt-key add -
    #                                     ^^^^^^^ deprecated-apt-key
    RUN apt-key adv --fetch-keys https://example.com/k
    #   ^^^^^^^ deprecated-apt-key
  `);

  clean('what adds none')(dockerfile`
    FROM debian:13-slim
    RUN apt-key finger
  `);

  check('behind an option')(dockerfile`
    FROM debian:12-slim
    RUN apt-key --keyring /etc/apt/trusted.gpg.d/tool.gpg adv --recv-keys 0123456789ABCDEF
    #   ^^^^^^^ deprecated-apt-key
  `);
});
