import rule from '../../../../rules/catalog/dockerfile/user-not-created.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('one that a package may create')(dockerfile`
    FROM debian:13-slim
    RUN apt-get update && apt-get install -y postgresql
    USER postgres
  `);
});
