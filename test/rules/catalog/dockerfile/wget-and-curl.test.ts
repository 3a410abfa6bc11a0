import rule from '../../../../rules/catalog/dockerfile/wget-and-curl.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the second tool')(dockerfile`
    FROM debian:13-slim
    RUN wget https://example.com/a
    RUN ["/usr/bin/curl", "-O", "https://example.com/b"]
    #    ^^^^^^^^^^^^^^^ wget-and-curl
  `);

  clean('its package alone')(dockerfile`
    FROM debian:13-slim
    RUN wget https://example.com/a
    RUN apt-get install -y curl
  `);
});
