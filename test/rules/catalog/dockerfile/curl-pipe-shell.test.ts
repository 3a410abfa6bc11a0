import rule from '../../../../rules/catalog/dockerfile/curl-pipe-shell.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('every way a download is run')(debian`
    RUN curl -fsSL https://get.example.com/x.sh | sudo -E bash -
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ curl-pipe-shell "Runs what get.example.com sends, unchecked, by bash"
    RUN bash <(curl -s https://a.example.com/x)
    #                  ^^^^^^^^^^^^^^^^^^^^^^^ curl-pipe-shell
    RUN sh -c "$(wget -qO- https://b.example.com/x)"
    #                      ^^^^^^^^^^^^^^^^^^^^^^^ curl-pipe-shell
    RUN wget -O - https://c.example.com/x | sed s/a/b/ | python3
    #             ^^^^^^^^^^^^^^^^^^^^^^^ curl-pipe-shell "by python3"
  `);

  clean('downloads that are data')(debian`
    RUN curl -s https://example.com/x.json | python3 -m json.tool
    RUN VERSION=$(curl -s https://example.com/version) && echo $VERSION
    RUN curl -s https://example.com/x.tgz | tar xz
    RUN echo "curl https://example.com | sh"
  `);

  check('by a file')(debian`
    RUN wget -q https://a.example.com/setup.sh && bash setup.sh
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ curl-pipe-shell "Runs what a.example.com sends, unchecked, by bash."
    RUN curl -fsSLo /tmp/x https://b.example.com/x && chmod +x /tmp/x && /tmp/x --yes
    #                      ^^^^^^^^^^^^^^^^^^^^^^^ curl-pipe-shell "Runs what b.example.com sends, unchecked."
    RUN curl -fsSLO https://c.example.com/i.sh?a=1 && sha256sum i.sh && sudo sh ./i.sh
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ curl-pipe-shell
    RUN curl -s https://d.example.com/get-pip.py > get-pip.py && python3 get-pip.py --user
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ curl-pipe-shell "by python3"
    RUN wget -O /tmp/late.sh "https://e.example.com/$V/late.sh"
    #                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ curl-pipe-shell
    RUN wget -P /opt https://f.example.com/conda.sh
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ curl-pipe-shell
    RUN . /opt/conda.sh; bash -x /tmp/late.sh
  `);

  clean('compared with a checksum, only looked at, or run before it was there')(debian`
    RUN wget -q https://example.com/setup.sh && echo "24454f83  setup.sh" | sha256sum -c - && bash setup.sh
    RUN curl -fsSLo x.sh https://example.com/x.sh
    RUN [ "$(sha256sum x.sh | cut -d' ' -f1)" = 24454f83 ] && sh x.sh
    RUN curl -fsSLo y.sh https://example.com/y.sh && bash -n y.sh
    RUN sh z.sh && curl -fsSLo z.sh https://example.com/z.sh
    RUN curl -fsSLo conf.json https://example.com/conf.json && python3 app.py conf.json
    RUN curl -o composer-setup.php https://example.com/installer \
     && php -r "hash_file('sha384', 'composer-setup.php') === '24454f83' || exit(1);" \
     && php composer-setup.php
  `);
});
