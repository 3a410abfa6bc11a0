import rule from '../../../../rules/catalog/dockerfile/wget-and-curl.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the second tool')(debian`
    RUN wget https://example.com/a
    RUN ["/usr/bin/curl", "-O", "https://example.com/b"]
    #    ^^^^^^^^^^^^^^^ wget-and-curl
  `);

  clean('its package alone')(debian`
    RUN wget https://example.com/a
    RUN apt-get install -y curl
  `);
});
