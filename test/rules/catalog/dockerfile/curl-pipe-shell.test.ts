import rule from '../../../../rules/catalog/dockerfile/curl-pipe-shell.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('every way a download is run')(dockerfile`
    FROM debian:13-slim
    RUN curl -fsSL https://get.example.com/x.sh | sudo -E bash -
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ curl-pipe-shell "Runs what get.example.com sends, unchecked, by bash"
    RUN bash <(curl -s https://a.example.com/x)
    #                  ^^^^^^^^^^^^^^^^^^^^^^^ curl-pipe-shell
    RUN sh -c "$(wget -qO- https://b.example.com/x)"
    #                      ^^^^^^^^^^^^^^^^^^^^^^^ curl-pipe-shell
    RUN wget -O - https://c.example.com/x | sed s/a/b/ | python3
    #             ^^^^^^^^^^^^^^^^^^^^^^^ curl-pipe-shell "by python3"
  `);

  clean('downloads that are data')(dockerfile`
    FROM debian:13-slim
    RUN curl -s https://example.com/x.json | python3 -m json.tool
    RUN VERSION=$(curl -s https://example.com/version) && echo $VERSION
    RUN curl -s https://example.com/x.tgz | tar xz
    RUN echo "curl https://example.com | sh"
  `);
});
