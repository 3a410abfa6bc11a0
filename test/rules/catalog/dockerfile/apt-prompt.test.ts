import rule from '../../../../rules/catalog/dockerfile/apt-prompt.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('an install without an answer')(debian`
    RUN apt-get update && apt-get install curl
    #                             ^^^^^^^ apt-prompt 💡
  `);

  clean('answered, or not installing')(debian`
    RUN apt-get install -qq curl
    RUN apt-get --assume-yes install curl
    RUN yes | apt-get install curl
    RUN apt-get remove curl
  `);

  clean('a simulation installs nothing')(debian`RUN apt-get --simulate install libfoo-dev`);

  clean('answered by the configuration of apt, or by one that is copied')(dockerfile`
    FROM debian:13-slim AS a
    RUN echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/90yes
    RUN apt-get install curl
    FROM a
    RUN apt-get install curl
    FROM debian:13-slim
    COPY 90yes /etc/apt/apt.conf.d/
    RUN apt-get install curl
  `);
});
