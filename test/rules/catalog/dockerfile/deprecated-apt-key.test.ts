import rule from '../../../../rules/catalog/dockerfile/deprecated-apt-key.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('both verbs')(debian`
    RUN wget -qO- https://example.com/k | apt-key add -
    #                                     ^^^^^^^ deprecated-apt-key
    RUN apt-key adv --fetch-keys https://example.com/k
    #   ^^^^^^^ deprecated-apt-key
  `);

  clean('what adds none')(debian`RUN apt-key finger`);

  check('behind an option')(dockerfile`
    FROM debian:12-slim
    RUN apt-key --keyring /etc/apt/trusted.gpg.d/tool.gpg adv --recv-keys 0123456789ABCDEF
    #   ^^^^^^^ deprecated-apt-key
  `);
});
