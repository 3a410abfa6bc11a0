import rule from '../../../../rules/catalog/dockerfile/unsigned-apt-package.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  clean('what removes packages')(dockerfile`
    FROM debian:13
    RUN apt-get purge -y --force-yes gcc && apt-get autoremove --allow-unauthenticated -y
  `);

  check('the option')(debian`
    RUN apt-get update && apt-get install -y --allow-unauthenticated curl
    #                                        ^^^^^^^^^^^^^^^^^^^^^^^ unsigned-apt-package 💡
  `);

  clean('signed packages, and the word elsewhere')(debian`
    RUN apt-get install -y curl
    RUN echo --force-yes
  `);

  fix('with the option whose value it is')(
    {
      language: 'dockerfile',
      text: 'FROM debian:13-slim\nRUN apt-get -o APT::Get::AllowUnauthenticated=true install -y a\n',
    },
    { language: 'dockerfile', text: 'FROM debian:13-slim\nRUN apt-get install -y a\n' },
  );
});
