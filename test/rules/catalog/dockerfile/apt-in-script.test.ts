import rule from '../../../../rules/catalog/dockerfile/apt-in-script.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('the program')(debian`
    RUN apt-get update && apt install -y curl
    #                     ^^^ apt-in-script 💡
    RUN apt list
    #   ^^^ apt-in-script
  `);

  clean('apt-get, and apt as a word')(debian`
    RUN apt-get install apt
    RUN echo apt update
  `);

  fix('by apt-get')(dockerfile`
      FROM debian:13-slim
    - RUN apt install -y curl
    + RUN apt-get install -y curl
  `);

  fix('by apt-cache')(dockerfile`
      FROM debian:13-slim
    - RUN apt policy x
    + RUN apt-cache policy x
  `);

  fix('upgrade takes new packages as well')(
    { language: 'dockerfile', text: 'FROM debian:13-slim\nRUN apt upgrade -y\n' },
    { language: 'dockerfile', text: 'FROM debian:13-slim\nRUN apt-get upgrade --with-new-pkgs -y\n' },
  );

  refuses(
    'what prints otherwise',
    /prints/,
  )({ language: 'dockerfile', text: 'FROM debian:13-slim\nRUN apt show curl | grep Version\n' });

  refuses(
    'patterns of names',
    /patterns/,
  )({ language: 'dockerfile', text: "FROM debian:13-slim\nRUN apt install -y 'php8.4-*'\n" });
});
