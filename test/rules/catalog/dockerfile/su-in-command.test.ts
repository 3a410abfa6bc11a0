import rule from '../../../../rules/catalog/dockerfile/su-in-command.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('in both forms')(dockerfile`
    FROM debian:13-slim
    ENTRYPOINT su app
    #          ^^ su-in-command
    CMD ["su", "-c", "x"]
    #    ^^^^ su-in-command
  `);

  clean('other programs')(dockerfile`
    FROM debian:13-slim
    CMD ["su-exec", "app", "x"]
  `);
});
