import rule from '../../../../rules/catalog/host-access/host-aliases.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the key')(pod`
    hostAliases:
    #<---------- host-aliases
      - ip: 10.0.0.1
        hostnames: [db.example.com]
  `);

  clean('an empty list')(pod`
    hostAliases: []
  `);
});
