import rule from '../../../../rules/catalog/dockerfile/literal-secret.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('by its name, or by its shape whatever the name')(dockerfile`
    FROM debian:13-slim
    ENV A=1 DB_PASSWORD="correct-horse"
    #       ^^^^^^^^^^^ literal-secret "Holds a password, readable for everybody who has the image: ENV DB_PASSWORD"
    ARG SOMETHING=ghp_16C7e42F292c6912E7710c838347Ae178B4a
    #   ^^^^^^^^^ literal-secret "a GitHub token"
  `);

  clean('switches, paths, names, placeholders (hadolint DL3064 flags any name with "token" in it)')(dockerfile`
    FROM debian:13-slim
    ENV TOKENIZERS_PARALLELISM=false DB_PASSWORD_FILE=/run/secrets/db
    ENV DB_PASSWORD=changeme SECRET_NAME=shop
    ENV API_TOKEN=$API_TOKEN
  `);

  check('PASS as the last word, and no other')(dockerfile`
    FROM busybox:1.37
    ENV SMTP_PASS=n0t-a-real-one-7
    #   ^^^^^^^^^ literal-secret
    ENV CACHE_BYPASS=n0t-a-real-one-7 COMPASS=n0t-a-real-one-7 PASS_THROUGH=n0t-a-real-one-7
  `);
});
