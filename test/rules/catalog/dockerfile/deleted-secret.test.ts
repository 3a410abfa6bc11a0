import rule from '../../../../rules/catalog/dockerfile/deleted-secret.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('a file that a layer brought')(debian`
    COPY id_rsa /root/.ssh/
    RUN make && rm -f /root/.ssh/id_rsa
    #                 ^^^^^^^^^^^^^^^^^ deleted-secret
  `);

  clean('made and deleted at once')(debian`RUN curl -o .npmrc https://example.com/x && npm ci && rm .npmrc`);
});
