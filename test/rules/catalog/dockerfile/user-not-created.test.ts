import rule from '../../../../rules/catalog/dockerfile/user-not-created.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('one that a package may create')(debian`
    RUN apt-get update && apt-get install -y postgresql
    USER postgres
  `);
});
