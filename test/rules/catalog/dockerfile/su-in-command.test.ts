import rule from '../../../../rules/catalog/dockerfile/su-in-command.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('in both forms')(debian`
    ENTRYPOINT su app
    #          ^^ su-in-command
    CMD ["su", "-c", "x"]
    #    ^^^^ su-in-command
  `);

  clean('other programs')(debian`CMD ["su-exec", "app", "x"]`);
});
