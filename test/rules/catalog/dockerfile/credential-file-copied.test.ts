import rule from '../../../../rules/catalog/dockerfile/credential-file-copied.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('keys and credentials by their names')(debian`
    COPY id_rsa .env /app/
    #    ^^^^^^ credential-file-copied 💡 "a private SSH key"
    #           ^^^^ credential-file-copied 💡
  `);

  clean('examples, public parts, other stages')(debian`
    COPY .env.example id_rsa.pub certs/ca-chain.pem tls.public.pem license.key /app/
    COPY --from=build /root/.aws /x
  `);

  fix('leaves the others')(dockerfile`
      FROM node:24-slim
    - COPY package.json .npmrc package-lock.json ./
    + COPY package.json package-lock.json ./
  `);

  refuses('the only file', /Mount it as a secret/)(debian`ADD .netrc /root/`);

  check('the key of an SSH server')(debian`
    COPY keys/ssh_host_ed25519_key /etc/ssh/
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^ credential-file-copied
    COPY keys/ssh_host_ed25519_key.pub /etc/ssh/
  `);

  check('what a variable or its new name makes one')(debian`
    ENV AWS_SHARED_CREDENTIALS_FILE=/run/aws/c GOOGLE_APPLICATION_CREDENTIALS=key.json
    ENV DB_PASSWORD_FILE=/run/db
    WORKDIR /app
    COPY ./deploy/access \${AWS_SHARED_CREDENTIALS_FILE}
    #    ^^^^^^^^^^^^^^^ credential-file-copied "./deploy/access, by AWS_SHARED_CREDENTIALS_FILE."
    COPY access "$KUBECONFIG"
    #    ^^^^^^ credential-file-copied "by KUBECONFIG"
    COPY access /run/aws/c
    #    ^^^^^^ credential-file-copied
    COPY ["db.txt", "/run/db"]
    #     ^^^^^^^^ credential-file-copied "by DB_PASSWORD_FILE"
    ADD deploy/key /root/.ssh/id_ed25519
    #   ^^^^^^^^^^ credential-file-copied "deploy/key becomes /root/.ssh/id_ed25519, a private SSH key."
    COPY [".npmrc", "package.json", "./"]
    #     ^^^^^^^^ credential-file-copied
  `);

  clean('what only stands nearby')(debian`
    ENV AWS_SHARED_CREDENTIALS_FILE=/run/aws/c SETTINGS_FILE=/etc/app/s
    COPY ./deploy/settings \${SETTINGS_FILE}
    COPY a b /run/aws/
    COPY known_hosts config /root/.ssh/
    COPY known_hosts /root/.ssh
    COPY ssh/ /root/.ssh/
    COPY .ssh/known_hosts /root/.ssh/known_hosts
    COPY env.sample /app/.env
    COPY kafka.truststore.jks corp.crt /etc/pki/
    COPY leaf.crt /etc/nginx/tls.key
  `);

  check('in a folder that is copied whole')(dockerfile`
    FROM node:24-slim
    WORKDIR /app
    COPY . .
    #    ^ credential-file-copied "/app/keys/storage.json, by GOOGLE_APPLICATION_CREDENTIALS."
    ENV GOOGLE_APPLICATION_CREDENTIALS="./keys/storage.json"
  `);

  clean('a folder elsewhere, or all of the disk')(dockerfile`
    FROM node:24-slim AS a
    WORKDIR /app
    COPY . .
    ENV GOOGLE_APPLICATION_CREDENTIALS=/run/secrets/storage.json
    FROM node:24-slim
    COPY root /
    ENV GOOGLE_APPLICATION_CREDENTIALS=/keys/storage.json
  `);
});
