import rule from '../../../rules/dockerfile/debug-mode.ts';
import { dockerfile, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'of several frameworks',
    dockerfile`
      FROM debian:13
      ENV APP_ENV=dev RAILS_ENV=development
      #           ^^^ debug-mode 💡
      #                         ^^^^^^^^^^^ debug-mode 💡
      ENV JAVA_TOOL_OPTIONS="-agentlib:jdwp=transport=dt_socket,server=y,address=*:5005"
      #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ debug-mode
    `,
  );

  fix(
    'switches it off',
    dockerfile`
      FROM python:3.13
      ENV FLASK_DEBUG=true
    `,
    dockerfile`
      FROM python:3.13
      ENV FLASK_DEBUG=0
    `,
  );

  clean(
    'elsewhere, and in between',
    dockerfile`
      FROM node:24
      ENV NODE_ENV=staging
      RUN NODE_ENV=development npm ci
    `,
  );
});
