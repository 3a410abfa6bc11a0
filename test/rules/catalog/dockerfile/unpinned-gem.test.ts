import rule from '../../../../rules/catalog/dockerfile/unpinned-gem.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the first package without a version')(dockerfile`
    FROM ruby:3.4-slim
    RUN gem install --no-document rake rails:8.0
    #                             ^^^^ unpinned-gem
  `);

  clean('versions in every form, and what has none')(dockerfile`
    FROM ruby:3.4-slim
    RUN gem install rake -v 13.3.0
    RUN gem install rake:13.3.0 -- --with-x=y
    RUN bundle install
  `);
});
