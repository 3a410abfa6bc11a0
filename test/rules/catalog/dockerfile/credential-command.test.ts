import rule from '../../../../rules/catalog/dockerfile/credential-command.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('each program')(dockerfile`
    FROM debian:13-slim
    RUN apt-get update && aws configure set aws_secret_access_key $KEY
    #                     ^^^ credential-command
    RUN if true; then gcloud auth activate-service-account --key-file=$F; fi
    #                 ^^^^^^ credential-command
  `);

  clean('what is no credential')(dockerfile`
    FROM debian:13-slim
    RUN aws configure set region eu-west-1
    RUN echo gcloud auth login
  `);
});
