import rule from '../../../../rules/catalog/dockerfile/credential-command.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('each program')(debian`
    RUN apt-get update && aws configure set aws_secret_access_key $KEY
    #                     ^^^ credential-command
    RUN if true; then gcloud auth activate-service-account --key-file=$F; fi
    #                 ^^^^^^ credential-command
  `);

  clean('what is no credential')(debian`
    RUN aws configure set region eu-west-1
    RUN echo gcloud auth login
  `);

  check('an address that Git writes down, mounted or not')(debian`
    ARG TOKEN
    RUN git clone https://oauth2:\${TOKEN}@gitlab.example.com/a/b.git /b
    #   ^^^ credential-command "Leaves the credential of an address in the image: .git/config."
    RUN --mount=type=secret,id=t git clone https://$(cat /run/secrets/t)@example.com/a/b.git
    #                            ^^^ credential-command
    RUN git config --global url."https://$TOKEN@example.com/".insteadOf "https://example.com/"
    #   ^^^ credential-command "in the image: gitconfig."
  `);

  clean('an address that goes in the same RUN, or holds a user alone')(dockerfile`
    FROM debian:13-slim AS fetch
    ARG TOKEN
    RUN git clone https://$TOKEN@example.com/a/b.git
    FROM debian:13-slim
    RUN git clone https://$TOKEN@example.com/a/b.git && rm -rf b/.git
    RUN git clone https://$TOKEN@example.com/a/b.git && git -C b remote set-url origin https://example.com/a/b.git
    RUN git clone https://git@example.com/a/b.git && git clone ssh://git@example.com/a/b.git
    RUN git clone https://example.com/$NAME.git
  `);
});
