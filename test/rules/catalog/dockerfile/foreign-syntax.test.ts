import rule from '../../../../rules/catalog/dockerfile/foreign-syntax.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('what is no directive any more')(dockerfile`
    # a word
    # syntax=example.com/own/frontend:1
    FROM debian:13-slim
  `);
});
