import rule from '../../../../rules/catalog/compose/compose-unchecked-certificates.ts';
import { compose, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('a variable')(compose`
    services:
      web:
        image: registry.example.com/web:1.0.0
        environment:
          NODE_TLS_REJECT_UNAUTHORIZED: "0"
    #                                   ^^^ compose-unchecked-certificates
  `);

  clean('one that somebody else sets')(compose`
    services:
      web:
        image: registry.example.com/web:1.0.0
        environment:
          - NODE_TLS_REJECT_UNAUTHORIZED
  `);
});
