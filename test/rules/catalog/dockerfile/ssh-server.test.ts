import rule from '../../../../rules/catalog/dockerfile/ssh-server.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('by its package')(debian`
    RUN apt-get install -y openssh-server=1:9.2 curl
    #                      ^^^^^^^^^^^^^^^^^^^^ ssh-server
  `);

  clean('clients, and stages that are thrown away')(dockerfile`
    FROM debian:13-slim AS build
    RUN apt-get install -y openssh-server
    FROM debian:13-slim
    RUN apt-get install -y openssh-client
  `);

  check('host keys that every container has')(debian`
    RUN apk add --no-cache openssh && ssh-keygen -A
    #                                 ^^^^^^^^^^ ssh-server "the same host keys"
    RUN ssh-keygen -t ed25519 -f /etc/ssh/ssh_host_ed25519_key -N ""
    #   ^^^^^^^^^^ ssh-server
  `);

  clean('keys of clients, and keys that are made at the start')(debian`
    RUN ssh-keygen -t ed25519 -f /tmp/key
    RUN ssh-keygen -l -f /etc/ssh/ssh_host_ed25519_key
    CMD ["sh", "-c", "ssh-keygen -A && exec /usr/sbin/sshd -D"]
  `);

  check('who may log in')(debian`
    COPY authorized_keys /root/.ssh/
    #    ^^^^^^^^^^^^^^^ ssh-server "Lets whoever has the key log in"
    COPY deploy.pub /root/.ssh/authorized_keys
    #    ^^^^^^^^^^ ssh-server
    RUN echo "ssh-ed25519 AAAA me" >> /root/.ssh/authorized_keys
    #                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ ssh-server
  `);

  clean('keys of servers, and what is thrown away')(dockerfile`
    FROM debian:13-slim AS build
    COPY authorized_keys /root/.ssh/
    FROM debian:13-slim
    COPY known_hosts /root/.ssh/known_hosts
  `);
});
