import rule from '../../../../rules/catalog/dockerfile/unchecked-host-key.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('wherever it is written')(debian`
    RUN ssh -oStrictHostKeyChecking=off git@example.com true && ssh -o "StrictHostKeyChecking no" a true
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^ unchecked-host-key "Takes whatever key the server shows"
    RUN git config --global core.sshCommand 'ssh -o StrictHostKeyChecking=no -i /key'
    #                                               ^^^^^^^^^^^^^^^^^^^^^^^^ unchecked-host-key
    RUN printf 'Host *\n\tStrictHostKeyChecking no\n' > /etc/ssh/ssh_config.d/all.conf
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^ unchecked-host-key
    RUN sed -i 's/.*StrictHostKeyChecking ask/StrictHostKeyChecking no/' /etc/ssh/ssh_config
    #                                         ^^^^^^^^^^^^^^^^^^^^^^^^ unchecked-host-key
    ENV ANSIBLE_HOST_KEY_CHECKING=False
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unchecked-host-key "ANSIBLE_HOST_KEY_CHECKING is off"
    ENTRYPOINT ["ssh", "-o", "StrictHostKeyChecking=no"]
    #                         ^^^^^^^^^^^^^^^^^^^^^^^^ unchecked-host-key
    COPY <<EOF /root/.ssh/config
    Host *
      StrictHostKeyChecking no
    # ^^^^^^^^^^^^^^^^^^^^^^^^ unchecked-host-key
    EOF
  `);

  clean('keys that are checked, or come to be')(debian`
    # ssh -o StrictHostKeyChecking=no
    ENV GIT_SSH_COMMAND="ssh -o StrictHostKeyChecking=yes" ANSIBLE_HOST_KEY_CHECKING=True
    RUN ssh -o StrictHostKeyChecking=accept-new git@example.com true
    RUN sed -i 's/StrictHostKeyChecking no/StrictHostKeyChecking yes/' /etc/ssh/ssh_config
    RUN ssh-keyscan example.com >> /etc/ssh/ssh_known_hosts
    COPY <<EOF /root/.ssh/config
    # StrictHostKeyChecking no
    StrictHostKeyChecking yes
    EOF
  `);
});
