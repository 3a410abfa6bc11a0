import rule from '../../../../rules/catalog/dockerfile/credential-file-copied.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('keys and credentials by their names')(dockerfile`
    FROM debian:13-slim
    COPY id_rsa .env /app/
    #    ^^^^^^ credential-file-copied 💡 "a private SSH key"
    #           ^^^^ credential-file-copied 💡
  `);

  clean('examples, public parts, other stages')(dockerfile`
    FROM debian:13-slim
    COPY .env.example id_rsa.pub certs/ca-chain.pem tls.public.pem /app/
    COPY --from=build /root/.aws /x
  `);

  fix('leaves the others')(dockerfile`
      FROM node:24-slim
    - COPY package.json .npmrc package-lock.json ./
    + COPY package.json package-lock.json ./
  `);

  refuses(
    'the only file',
    /Mount it as a secret/,
  )(dockerfile`
    FROM debian:13-slim
    ADD .netrc /root/
  `);

  check('the key of an SSH server')(dockerfile`
    FROM debian:13-slim
    COPY keys/ssh_host_ed25519_key /etc/ssh/
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^ credential-file-copied
    COPY keys/ssh_host_ed25519_key.pub /etc/ssh/
  `);
});
